import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { documentForForm } from '@fieldledger/workflow'
import { isBilledThere } from '../links/is-billed-there.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { createEffectOf, isSettled, laterEffectsOf, neverSent } from './document-effects.ts'
import { markKey } from './effect-key.ts'
import { effectStamp } from './effect-stamps.ts'
import type { EffectWork } from './effect-work.ts'
import { hasMoved } from './has-moved.ts'
import { isRemoved } from './mark-removed.ts'
import { unsentEffect } from './unsent-effect.ts'
import { wakeDependants } from './wake-dependants.ts'

type Told = Pick<EffectWork, 'runtime' | 'effect' | 'connection'>

/**
 * Where bills do not close their order there, the order is set billed by an effect of its own once those that arrived
 * cover it, and open again when they do no more: one that was cancelled too, as it cannot be taken out before. Asked whenever something became of the order or of a bill of it there.
 */
export async function planMark(store: RuntimeStore, told: Told): Promise<void> {
  const found = await orderOf(store, told)
  if (found === undefined) return
  const { order, documentKind } = found
  const { connectionId } = told.effect
  // Written first: of two bills that arrive at the same moment one waits for the other and counts it.
  await store.submissions.change({ id: order.id, change: {} })
  const effects = await store.effects.ofSubmission(order.id)
  const create = createEffectOf(effects, { connectionId, documentKind })
  if (create !== undefined && !isSettled(create)) return
  const isBilled = await isBilledThere(store, { order, create, connectionId })
  if (isBilled && order.status === 'cancelled') return
  const why = whyNot(create)
  if (create === undefined || why !== undefined)
    return isBilled ? sayNotMarked(store, { told, order, documentKind, why: why ?? 'not-sent' }) : undefined
  return follow(store, { told, create, effects, as: isBilled ? 'billed' : 'open' })
}

async function orderOf(
  store: RuntimeStore,
  { effect, connection }: Told,
): Promise<{ order: Submission; documentKind: DocumentKind } | undefined> {
  const { submissionId, target } = effect
  const isMarked = (kind: DocumentKind) =>
    documentCapability(connection.capabilities, kind)?.marksBilled === true
  const kinds = Object.keys(connection.capabilities.documents) as DocumentKind[]
  if (submissionId === null || target.kind !== 'document' || !kinds.some(isMarked)) return undefined
  const own = await store.submissions.get(submissionId)
  const orderId = target.documentKind === 'bill' ? own?.madeFrom : submissionId
  const order = orderId === undefined ? undefined : await store.submissions.get(orderId)
  const documentKind = order && documentForForm(order.formType)
  if (order === undefined || documentKind === undefined || !isMarked(documentKind)) return undefined
  return { order, documentKind }
}

function whyNot(create: Effect | undefined): 'not-sent' | 'removed' | undefined {
  if (create?.confirmation === undefined) return 'not-sent'
  if (isRemoved(create)) return 'removed'
  return create.state === 'confirmed' ? undefined : 'not-sent'
}

async function sayNotMarked(
  store: RuntimeStore,
  said: { told: Told; order: Submission; documentKind: DocumentKind; why: string },
): Promise<void> {
  const { told, order, documentKind, why } = said
  const { runtime, effect, connection } = told
  const target = { kind: 'document' as const, documentKind, part: '', generation: 0 }
  const stamp = effectStamp(
    { effect: { ...effect, target, revision: order.revision }, connection },
    { code: 'order-not-marked', params: { why } },
  )
  const once = `not-marked:${connection.id}:${why}`
  await store.timeline.append({
    submissionId: order.id,
    stamps: [{ ...stamp, once }],
    at: runtime.clock.now(),
  })
}

interface Following {
  told: Told
  create: Effect
  effects: readonly Effect[]
  as: 'billed' | 'open'
}

/** Nothing is planned over a mark that is on its way: what becomes of it asks once more. */
async function follow(store: RuntimeStore, following: Following): Promise<void> {
  const { create, effects, as } = following
  const later = laterEffectsOf(effects, create)
  const last = later.filter(({ operation, state }) => operation === 'mark' && state !== 'superseded').at(-1)
  const stands = last?.target.kind === 'document' ? last.target.as : 'open'
  if (stands === as || (last !== undefined && stoodAlready(last))) return
  if (last === undefined || (last.state === 'confirmed' && isSettled(last))) return plan(store, following)
  if (last.state !== 'rejected' && !(last.state === 'planned' && neverSent(last))) return
  // It never came to stand there as that mark wanted, and need not any more.
  await store.effects.amend({ effect: last, change: { state: 'superseded', waitingFor: null, due: 'never' } })
  await closeTasks(store, { effect: last })
  // A later revision may have waited for it.
  await wakeDependants(store, last.id)
}

/** Whoever set it billed there by hand is not overruled: what they billed it by may stand there without our bill. */
function stoodAlready({ frozen, confirmation, target }: Effect): boolean {
  if (frozen?.operation !== 'document.mark' || confirmation === undefined) return false
  if (target.kind !== 'document' || target.as !== 'billed') return false
  return !hasMoved(frozen.input.reference, confirmation.reference)
}

async function plan(store: RuntimeStore, { told, create, effects, as }: Following): Promise<void> {
  const { runtime } = told
  const { companyId, connectionId, submissionId, target, revision, requestHash } = create
  if (target.kind !== 'document') return
  const later = laterEffectsOf(effects, create)
  const before = later.filter((effect) => !isSettled(effect) && !neverSent(effect))
  const earlier = later.filter(({ operation }) => operation === 'mark').length
  await store.effects.insert({
    ...unsentEffect(runtime.clock.now()),
    id: runtime.newId(),
    companyId,
    connectionId,
    submissionId,
    key: markKey({ createId: create.id, earlier }),
    operation: 'mark',
    target: { ...target, as },
    revision,
    requestHash,
    requestedBy: { itself: 'billed' },
    dependsOn: [create.id, ...before.map(({ id }) => id)],
  })
}
