import {
  changedThere,
  compareDocuments,
  type Difference,
  describeField,
  type NotTaken,
  type RemoteDocument,
} from '@fieldledger/accounting'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { bringBeside } from './bring-beside.ts'
import { digest } from './content-hash.ts'
import { effectStamp } from './effect-stamps.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { goOnReopened } from './go-on-reopened.ts'
import { hasMoved } from './has-moved.ts'
import { leaveEarlier } from './leave-earlier.ts'
import { planMark } from './plan-mark.ts'
import { readDocument } from './read-document.ts'
import { standsAs } from './stands-as.ts'
import { wakeMadeFrom } from './wake-made-from.ts'
import { withStateThere } from './with-state-there.ts'

/** Verified success: the record is read back and compared before anything turns green. */
export async function verifyEffect(work: EffectWork): Promise<void> {
  const { effect } = work
  const { confirmation, target } = effect
  if (confirmation?.verified !== 'pending' || target.kind !== 'document')
    return settle(work, { change: { due: 'never' } })
  const notTaken = effect.operation === 'mark' ? [] : await bringBeside(work)
  failpoint('verify.beside')
  const found = await readDocument(work.driver, {
    kind: target.documentKind,
    reference: confirmation.reference,
    scope: callScope(work),
  })
  failpoint('verify.after-read')
  const differences = [...differencesOf(effect, found), ...notTaken.map(asDifference)]
  const { again: _again, edited: _edited, kept, ...seen } = confirmation
  const base = found === null ? {} : baseOf(confirmation, found)
  const verified: Confirmation = {
    ...seen,
    // What a person kept is kept no more where it was changed since.
    ...(kept === true && base.edited !== true ? { kept } : {}),
    ...(found === null ? {} : { ...base, ...shown(found) }),
    verified: differences.length === 0 ? 'verified' : 'differs',
    differences,
  }
  await settle(work, {
    change: { confirmation: verified, waitingFor: null, due: 'never' },
    stamps: [stampOf(work, { found, verified }), ...awaiting(work, verified)],
    hints: differences.length === 0 ? [] : [{ topic: 'attention' }],
    wakeRun: true,
    wakeDependants: true,
    also: async (store) => {
      await carryToCreate(store, { effect, verified })
      await leaveEarlier(store, effect)
      await wakeMadeFrom(store, work)
      await planMark(store, work)
      await goOnReopened(store, effect)
    },
  })
}

function asDifference({ what, why }: NotTaken): Difference {
  return { field: 'beside', sent: what, found: why }
}

/** What our next update starts from: a change by hand that is seen at a further look does not become ours by it. */
function baseOf(
  before: Pick<Confirmation, 'again' | 'document'>,
  found: RemoteDocument,
): Partial<Pick<Confirmation, 'reference' | 'document' | 'edited'>> {
  const { again, document } = before
  const isEdited =
    again === true && document !== undefined && changedThere({ before: document, now: found }).length > 0
  if (!isEdited) return { reference: found.reference, document: found }
  return { document: withStateThere(document, found), edited: true }
}

function shown({ number, url }: RemoteDocument): Pick<Confirmation, 'number' | 'url'> {
  return { ...(number === undefined ? {} : { number }), ...(url === undefined ? {} : { url }) }
}

function differencesOf(effect: Effect, found: RemoteDocument | null): Difference[] {
  if (found === null || found.status === 'removed')
    return [{ field: 'document', sent: 'present', found: 'removed' }]
  const { frozen } = effect
  if (frozen?.operation === 'document.create') return compareDocuments(frozen.input, found)
  if (frozen?.operation === 'document.update') return compareDocuments(frozen.input.document, found)
  if (frozen?.operation === 'document.mark' && !standsAs(found, frozen.input.as))
    return [{ field: 'status', sent: frozen.input.as, found: found.stateThere ?? found.status }]
  return []
}

function stampOf(
  work: EffectWork,
  { found, verified }: { found: RemoteDocument | null; verified: Confirmation },
): ActedStamp {
  const { effect } = work
  const params = {
    number: verified.number ?? '',
    remoteId: verified.reference.id,
    ...(verified.url === undefined ? {} : { url: verified.url }),
  }
  if (found === null || found.status === 'removed')
    return effectStamp(work, { code: 'document-removed', params })
  if (verified.verified === 'differs') {
    const differences = verified.differences
      .map(({ field, sent, found: there }) => `${describeField(field)}: sent "${sent}", found "${there}"`)
      .join('\n')
    return effectStamp(work, {
      code: 'document-differs',
      params: { ...params, differences },
      once: `differs:${digest(differences).slice(0, 16)}`,
    })
  }
  if (effect.frozen?.operation === 'document.mark') {
    const { as, reference } = effect.frozen.input
    const already = !hasMoved(reference, verified.reference)
    return effectStamp(work, { code: 'order-marked', params: { ...params, as, already } })
  }
  const code = effect.operation === 'update' ? 'document-updated' : 'document-created'
  return effectStamp(work, { code, params })
}

/** G-04: arrived, and not in force before somebody there says so. */
function awaiting(work: EffectWork, { number = '', document }: Confirmation): ActedStamp[] {
  return document?.awaitsApproval === true
    ? [effectStamp(work, { code: 'document-awaits-approval', params: { number } })]
    : []
}

/** The create effect always says what the ledger holds now. */
async function carryToCreate(
  store: RuntimeStore,
  { effect, verified }: { effect: Effect; verified: Confirmation },
): Promise<void> {
  const [createId] = effect.dependsOn
  if (effect.operation === 'create' || createId === undefined) return
  const create = await store.effects.get(createId)
  if (create?.confirmation === undefined) return
  const held = create.confirmation
  const confirmation = effect.operation === 'mark' ? marked(held, verified) : ofLatest(held, verified)
  await store.effects.amend({ effect: create, change: { confirmation } })
}

/** A look at an earlier revision, asked for before a later one was confirmed, takes the document back to no earlier one. */
function ofLatest(held: Confirmation, looked: Confirmation): Confirmation {
  if (held.revision <= looked.revision) return looked
  const { revision, requestHash } = held
  return held.hash === looked.hash ? { ...looked, revision, requestHash } : held
}

/** A mark says how the order stands; what somebody changed there by hand meanwhile does not become ours by it. */
function marked(held: Confirmation, { document: found, reference }: Confirmation): Confirmation {
  if (found === undefined || held.document === undefined) return held
  const document = withStateThere(held.document, found)
  return changedThere({ before: document, now: found }).length > 0
    ? { ...held, document }
    : { ...held, document: found, reference }
}
