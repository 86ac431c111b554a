import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { laterEffectsOf, neverSent } from './document-effects.ts'
import { freshAttemptGroup } from './plan-send.ts'

/** Of a document that is surely not there: the newest change of it that waits for it. */
export async function newestWaiting(store: RuntimeStore, effect: Effect): Promise<Effect | undefined> {
  if (effect.operation !== 'create' || effect.target.kind !== 'document') return undefined
  if (effect.submissionId === null) return undefined
  const effects = await store.effects.ofSubmission(effect.submissionId)
  return laterEffectsOf(effects, effect)
    .filter((later) => later.operation === 'update' && later.state === 'planned' && neverSent(later))
    .filter(({ waitingFor }) => waitingFor !== 'revision')
    .sort((left, right) => right.revision - left.revision)[0]
}

/** The document is made with the values of that change, which is over. */
export async function goOnWith(
  store: RuntimeStore,
  { effect, newer }: { effect: Effect; newer: Effect },
): Promise<EffectChange> {
  await store.effects.amend({
    effect: newer,
    change: { state: 'superseded', waitingFor: null, due: 'never' },
  })
  await closeTasks(store, { effect: newer })
  const { revision, request, requestHash, requestedBy, triedBy = null } = newer
  return {
    ...freshAttemptGroup({ ...effect, sends: 1 }),
    revision,
    requestHash,
    requestedBy,
    triedBy,
    ...(request === undefined ? {} : { request }),
  }
}
