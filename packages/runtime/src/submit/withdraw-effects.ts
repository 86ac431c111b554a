import type { Submission } from '@fieldledger/forms'
import { isWaitingToLeave } from '../effects/is-waiting-to-leave.ts'
import { letGoOfMarks } from '../effects/let-go-of-marks.ts'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

export interface Withdrawn {
  submission: Submission
  why: 'revised' | 'cancelled'
}

/** Nothing that has not left yet may leave as it is. What takes a document out of the ledger goes on. */
export async function withdrawEffects(store: RuntimeStore, { submission, why }: Withdrawn): Promise<void> {
  await store.tasks.cancelOpen({ submissionId: submission.id, kinds: ['held'] })
  const effects = await store.effects.ofSubmission(submission.id)
  // A mark is about what stands in the ledger, not about what the form says next.
  const unsent = effects.filter((effect) => isWaitingToLeave(effect) && effect.operation !== 'mark')
  if (why === 'cancelled') await letGoOfMarks(store, effects)
  const change: EffectChange =
    why === 'revised'
      ? { waitingFor: 'revision', due: 'never' }
      : { state: 'stopped', waitingFor: null, due: 'never' }
  for (const effect of unsent) await store.effects.amend({ effect, change })
  // What is about to be sent once more is looked at anew: whoever holds it does not send it.
  for (const effect of effects.filter(isInDoubt))
    await store.effects.amend({ effect, change: { due: 'at-once' } })
}

function isInDoubt({ target, operation, state }: Effect): boolean {
  if (target.kind !== 'document' || (operation !== 'create' && operation !== 'update')) return false
  return state === 'unknown' || state === 'not-created'
}
