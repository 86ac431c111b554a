import type { RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { isBilledThere } from '../links/is-billed-there.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { UseCase } from '../use-case.ts'
import { digest } from './content-hash.ts'
import { laterEffectsOf } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { isRemoved } from './mark-removed.ts'
import { noteRemoved } from './note-removed.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { readRemote } from './read-remote.ts'
import { seenAnew, stateOf } from './seen-anew.ts'
import { standsAs } from './stands-as.ts'

interface Heard extends UseCase {
  connectionId: string
  remoteId: string
  /** Its version after what happened; one that we have seen is not read again. */
  revision?: string
}

/**
 * The ledger told that something happened to a document. If it is one of ours, it is read and its form says what stands
 * there. What we read last stays the base of our next update: a change by hand is asked about then, never written over.
 * false = we are writing it ourselves just now: to be told once more.
 */
export async function hearOfDocument(heard: Heard): Promise<boolean> {
  const { runtime, companyId, connectionId, remoteId, revision } = heard
  const store = runtime.ports.stores.of(companyScope(companyId))
  const effect = await store.effects.holderOf({ connectionId, remoteId })
  const { submissionId, confirmation } = effect ?? { submissionId: null }
  if (effect === undefined || submissionId === null || confirmation === undefined) return true
  if (isRemoved(effect)) return true
  if (revision !== undefined && revision === confirmation.reference.revision) return true
  const all = [effect, ...laterEffectsOf(await store.effects.ofSubmission(submissionId), effect)]
  if (all.some(isUnderWay) || (await isBeingBilled(store, { submissionId, connectionId }))) return false
  const { document } = confirmation
  if (document === undefined || all.some(({ state }) => state === 'unknown')) return true
  const found = await readRemote({ ...heard, asked: { itself: 'heard' } }, effect)
  if (found !== null && found.status !== 'removed')
    return note(heard, { effect, submissionId, document, found })
  await noteRemoved(heard, { effect, once: 'heard' })
  return true
}

/** A bill that closes its order there may be confirmed only after the ledger told of the order. */
async function isBeingBilled(
  store: RuntimeStore,
  { submissionId, connectionId }: { submissionId: string; connectionId: string },
): Promise<boolean> {
  const made = await store.submissions.madeFrom(submissionId)
  if (made.length === 0) return false
  const effects = await store.effects.ofSubmissions(made.map(({ id }) => id))
  return effects.some(
    (one) => one.connectionId === connectionId && (isUnderWay(one) || one.state === 'unknown'),
  )
}

function isUnderWay({ state, confirmation }: Effect): boolean {
  return state === 'sending' || (state === 'confirmed' && confirmation?.verified === 'pending')
}

async function note(
  { runtime, companyId }: Heard,
  of: { effect: Effect; submissionId: string; document: RemoteDocument; found: RemoteDocument },
): Promise<boolean> {
  const { effect, submissionId, document, found } = of
  const scope = companyScope(companyId)
  const byBills = await standsByItsBills(runtime.ports.stores.of(scope), { effect, submissionId, found })
  const confirmation = effect.confirmation && seenAnew(effect.confirmation, { document, found, byBills })
  if (confirmation === undefined) return true
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === effect.connectionId)
  if (connection === undefined) return true
  const { number = '', differences, edited } = confirmation
  const says = { number, state: stateOf(found) }
  const lines = differences.map((one) => `${one.field}: sent "${one.sent}", found "${one.found}"`).join('\n')
  const stamp = (code: 'document-state' | 'document-changed', params: Record<string, string>) =>
    effectStamp(
      { effect, connection },
      { code, params, once: `${code}:${digest([found, lines]).slice(0, 16)}` },
    )
  const isMoved = stateOf(found) !== stateOf(document)
  const isEdited =
    edited === true && JSON.stringify(effect.confirmation?.differences) !== JSON.stringify(differences)
  return runtime.ports.stores.transact(scope, async (store) => {
    if (!(await store.effects.amend({ effect, change: { confirmation } }))) return false
    await store.timeline.append({
      submissionId,
      stamps: [
        ...(isMoved ? [stamp('document-state', says)] : []),
        ...(isEdited ? [stamp('document-changed', { number, differences: lines })] : []),
      ],
      at: runtime.clock.now(),
    })
    const again = isMoved && (await markAgain(store, { create: effect, submissionId }))
    const hints = [{ topic: 'submissions', id: submissionId }, { topic: 'attention' }] as const
    await store.outbox.post({ work: again, hints: [...hints] })
    return true
  })
}

/** Closed, as the bills that arrived there cover it, or open again without them: as it should be. */
async function standsByItsBills(
  store: RuntimeStore,
  { effect, submissionId, found }: { effect: Effect; submissionId: string; found: RemoteDocument },
): Promise<boolean> {
  const order = await store.submissions.get(submissionId)
  if (order === undefined) return false
  const isBilled = await isBilledThere(store, { order, create: effect, connectionId: effect.connectionId })
  return standsAs(found, isBilled ? 'billed' : 'open')
}

/** An order that was no approved one when its bills came may be one now. */
async function markAgain(
  store: RuntimeStore,
  { create, submissionId }: { create: Effect; submissionId: string },
): Promise<boolean> {
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), create)
  const refused = later.find(
    ({ operation, state, error }) =>
      operation === 'mark' && state === 'rejected' && error?.code === 'not-ready-there',
  )
  if (refused === undefined) return false
  return store.effects.amend({ effect: refused, change: freshAttemptGroup(refused) })
}
