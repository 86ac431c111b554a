import { companyScope } from '@fieldledger/workflow'
import { bySystem } from '../timeline/actors.ts'
import type { ExecuteRun } from './execute-run.ts'
import { leaveTurn } from './take-turn.ts'

/** A run that stopped its worker again and again is set aside for a person; the others go on. */
export async function quarantineRun({ runtime, run }: ExecuteRun): Promise<void> {
  const message =
    'This form stopped the worker several times, so its workflow was set aside: look at the last step, then try again.'
  await runtime.ports.stores.transact(companyScope(run.companyId), async (store) => {
    const error = { code: 'quarantined', message, retryable: true }
    if (!(await store.runs.move({ id: run.id, from: ['active'], to: 'quarantined', error }))) return
    const woken = await leaveTurn(store, { runId: run.id })
    await store.timeline.append({
      submissionId: run.submissionId,
      stamps: [
        {
          code: 'needs-attention',
          params: { message },
          actor: bySystem,
          once: `${run.id}:${run.epoch}:quarantined`,
        },
      ],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: woken,
      hints: [{ topic: 'attention' }, { topic: 'submissions', id: run.submissionId }],
    })
  })
}
