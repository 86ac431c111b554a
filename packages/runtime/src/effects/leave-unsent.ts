import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { wasUndone } from './document-effects.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { planSend } from './plan-send.ts'

/** It is not sent: whoever was asked about it while it was held is asked no more, and what waits for it goes on. */
export function leaveUnsent(
  work: EffectWork,
  how: { state: 'stopped' | 'superseded'; create?: Effect | undefined },
): Promise<void> {
  const { state, create } = how
  return settle(work, {
    change: { state, waitingFor: null, due: 'never' },
    wakeRun: true,
    wakeDependants: true,
    also: async (store) => {
      await closeTasks(store, { effect: work.effect })
      if (create !== undefined && wasUndone(create)) await sendAsAnother(store, work)
    },
  })
}

/** It was asked for after the send was taken back: a new document carries its values. A step that waits asks for it itself. */
async function sendAsAnother(store: RuntimeStore, { runtime, effect }: EffectWork): Promise<void> {
  const { submissionId: id, request, revision, requestedBy } = effect
  if (id === null || request === undefined || requestedBy.runId !== undefined) return
  const submission = await store.submissions.get(id)
  if (submission?.status !== 'approved' || submission.revision !== revision) return
  await planSend(store, { runtime, submission, request, requestedBy })
}
