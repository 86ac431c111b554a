import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { laterEffectsOf } from './document-effects.ts'

/**
 * Something later stands there, or nothing does: a change that was refused, stopped, or stood there otherwise than it was
 * sent is over, and nobody has to do anything about it any more.
 */
export async function leaveEarlier(
  store: RuntimeStore,
  { submissionId, operation, dependsOn, revision }: Effect,
): Promise<void> {
  const [createId] = dependsOn
  if (submissionId === null || createId === undefined || operation === 'create' || operation === 'mark')
    return
  const later = laterEffectsOf(await store.effects.ofSubmission(submissionId), { id: createId })
  for (const effect of later) {
    const isEarlier = effect.operation === 'update' && (operation === 'cancel' || effect.revision < revision)
    if (!isEarlier || !isLeft(effect)) continue
    await store.effects.amend({ effect, change: { state: 'superseded', waitingFor: null, due: 'never' } })
    await closeTasks(store, { effect })
  }
}

function isLeft({ state, confirmation }: Effect): boolean {
  if (state === 'confirmed') return confirmation?.verified === 'differs'
  return state === 'rejected' || state === 'stopped'
}
