import type { LedgerDocument } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import type { DocumentDraft } from '@fieldledger/workflow'
import { loadDraft } from '../documents/load-draft.ts'
import type { Effect } from '../ports/effect-store.ts'
import { askerOf } from './asker-of.ts'
import { documentHash } from './content-hash.ts'
import { effectStamp } from './effect-stamps.ts'
import type { EffectWork } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { leaveUnsent } from './leave-unsent.ts'
import { paperThere } from './paper-there.ts'
import { planItems } from './plan-items.ts'
import type { Prepared } from './prepare-effect.ts'
import { prepareUpdate } from './prepare-update.ts'
import { settleNotWanted } from './settle-not-wanted.ts'
import { settledBefore } from './settled-before.ts'

/** Drafts the document of a create or an update; holds it while something is wrong with it. */
export async function prepareDocument(work: EffectWork): Promise<Prepared | undefined> {
  const create = work.effect.operation === 'update' ? await waitForCreate(work) : undefined
  if (work.effect.operation === 'update' && create === undefined) return undefined
  const drafted = await draftOf(work)
  if (drafted === undefined) return undefined
  const { draft, submission } = drafted
  if (await settleNotWanted(work, submission)) return undefined
  const errors = draft.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return parked(holdEffect(work, { problems: errors }))
  if (draft.newItems.length > 0) return parked(planItems(work, draft.newItems))
  const { document } = draft
  if (document === undefined)
    return parked(
      holdEffect(work, {
        problems: [
          {
            code: 'not-ready',
            severity: 'error',
            message: 'The document could not be made ready: look at the preview of the form.',
          },
        ],
      }),
    )
  if (create === undefined) {
    const there = await paperThere(work, { document, submission })
    if (there.length > 0) return parked(holdEffect(work, { problems: there }))
  }
  return create === undefined
    ? { frozen: frozenCreate(document), stamps: draftStamps(work, draft) }
    : prepareUpdate(work, { create, document, stamps: draftStamps(work, draft) })
}

async function parked(doing: Promise<void>): Promise<undefined> {
  await doing
  return undefined
}

async function draftOf(
  work: EffectWork,
): Promise<{ draft: DocumentDraft; submission: Submission } | undefined> {
  const { runtime, scope, effect, connection } = work
  const { submissionId: id, revision } = effect
  const submission =
    id === null ? undefined : await runtime.ports.stores.of(scope).submissions.atRevision({ id, revision })
  if (submission === undefined || effect.request === undefined) {
    await leaveUnsent(work, { state: 'stopped' })
    return undefined
  }
  const { request } = effect
  const asking = { runtime, scope, submission, request, connection, ...askerOf(effect) }
  return { draft: await loadDraft(asking), submission }
}

function frozenCreate(document: LedgerDocument) {
  return { operation: 'document.create' as const, input: document, hash: documentHash(document) }
}

/**
 * The create effect when everything before this update is settled and the document is there. A later revision that went
 * out with the corrected create stands: the values of an earlier one may not take it back.
 */
async function waitForCreate(work: EffectWork): Promise<Effect | undefined> {
  const { effect } = work
  const before = await settledBefore(work)
  if (before === undefined) return undefined
  const [create] = before
  const there = create?.state === 'confirmed' ? create.confirmation : undefined
  if (there !== undefined && there.revision <= effect.revision) return create
  await leaveUnsent(work, { state: 'superseded', create })
  return undefined
}

/** What a person should know of the document that goes. */
function draftStamps(work: EffectWork, { linesAsExpense, problems }: DocumentDraft) {
  const warnings = problems.map(({ code, message }) =>
    effectStamp(work, { code: 'sent-with-warning', params: { message }, once: `warning:${code}` }),
  )
  if (linesAsExpense.length === 0) return warnings
  const params = { count: linesAsExpense.length, lines: linesAsExpense.slice(0, 50).join('\n') }
  return [effectStamp(work, { code: 'lines-as-expense', params }), ...warnings]
}
