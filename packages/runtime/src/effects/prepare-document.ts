import { DocumentRemoved, type LedgerDocument, type RemoteReference } from '@fieldledger/accounting'
import type { DocumentDraft } from '@fieldledger/workflow'
import { loadDraft } from '../documents/load-draft.ts'
import type { Effect } from '../ports/effect-store.ts'
import { documentHash } from './content-hash.ts'
import { isSettled } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { planItems } from './plan-items.ts'
import type { Prepared } from './prepare-effect.ts'
import { settleUnchanged } from './settle-unchanged.ts'

/** Drafts the document of a create or an update; holds it while something is wrong with it. */
export async function prepareDocument(work: EffectWork): Promise<Prepared | undefined> {
  const create = work.effect.operation === 'update' ? await waitForCreate(work) : undefined
  if (work.effect.operation === 'update' && create === undefined) return undefined
  const draft = await draftOf(work)
  if (draft === undefined) return undefined
  const errors = draft.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return parked(holdEffect(work, errors))
  if (draft.newItems.length > 0) return parked(planItems(work, draft.newItems))
  const { document } = draft
  if (document === undefined)
    return parked(
      holdEffect(work, [
        {
          code: 'not-ready',
          severity: 'error',
          message: 'The document could not be made ready: look at the preview of the form.',
        },
      ]),
    )
  return create === undefined
    ? { frozen: frozenCreate(document), stamps: expenseStamps(work, draft) }
    : prepareUpdate(work, { create, document, draft })
}

async function parked(doing: Promise<void>): Promise<undefined> {
  await doing
  return undefined
}

async function draftOf(work: EffectWork): Promise<DocumentDraft | undefined> {
  const { runtime, scope, effect, connection } = work
  const { submissionId: id, revision } = effect
  const submission =
    id === null ? undefined : await runtime.ports.stores.of(scope).submissions.atRevision({ id, revision })
  if (submission === undefined || effect.request === undefined) {
    await settle(work, { change: { state: 'stopped', due: 'never' }, wakeRun: true })
    return undefined
  }
  return loadDraft({ runtime, scope, submission, request: effect.request, connection })
}

function frozenCreate(document: LedgerDocument) {
  return { operation: 'document.create' as const, input: document, hash: documentHash(document) }
}

/** The create effect when everything before this update is settled and the document is there. */
async function waitForCreate(work: EffectWork): Promise<Effect | undefined> {
  const { runtime, scope, effect } = work
  const store = runtime.ports.stores.of(scope)
  const before = await Promise.all(effect.dependsOn.map((id) => store.effects.get(id)))
  const [create] = before
  if (before.some((one) => one !== undefined && !isSettled(one))) {
    await settle(work, { change: { waitingFor: 'effect', due: 'never' } })
    return undefined
  }
  if (create?.confirmation !== undefined && create.state === 'confirmed') return create
  await settle(work, { change: { state: 'superseded', waitingFor: null, due: 'never' }, wakeRun: true })
  return undefined
}

async function prepareUpdate(
  work: EffectWork,
  next: { create: Effect; document: LedgerDocument; draft: DocumentDraft },
): Promise<Prepared | undefined> {
  const { create, document, draft } = next
  const { confirmation } = create
  const hash = documentHash(document)
  if (confirmation === undefined) return undefined
  if (confirmation.hash === hash) return parked(settleUnchanged(work, create))
  const reference = await presentReference(work, { document, reference: confirmation.reference })
  return {
    frozen: { operation: 'document.update', input: { document, reference }, hash },
    stamps: expenseStamps(work, draft),
  }
}

/** The record as it is now: an update carries its present revision token. */
async function presentReference(
  work: EffectWork,
  sent: { document: LedgerDocument; reference: RemoteReference },
): Promise<RemoteReference> {
  const found = await work.driver.run({
    operation: 'document.get',
    input: { kind: sent.document.kind, reference: sent.reference },
    scope: callScope(work),
  })
  if (found === null || found.status === 'removed')
    throw new DocumentRemoved(
      `#${sent.document.number} was removed in ${work.connection.providerLabel}: cancel the form here, or make the document there again.`,
    )
  return found.reference
}

function expenseStamps(work: EffectWork, { linesAsExpense }: DocumentDraft) {
  if (linesAsExpense.length === 0) return []
  const params = { count: linesAsExpense.length, lines: linesAsExpense.slice(0, 50).join('\n') }
  return [effectStamp(work, { code: 'lines-as-expense', params })]
}
