import { companyScope } from '@fieldledger/workflow'
import { NotFound, RunNotRetryable } from '../errors/runtime-errors.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { leaveTurn } from './take-turn.ts'
import { unfinished } from './unfinished.ts'

export interface StopRun extends PersonalUseCase {
  runId: string
  reason: string
}

/** The workflow of this form ends here; what is in a ledger stays there. */
export async function stopRun(input: StopRun): Promise<void> {
  const { runtime, person, reason } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const run = await store.runs.get(input.runId)
    if (run === undefined) throw new NotFound('run')
    if (!(await store.runs.move({ id: run.id, from: unfinished, to: 'stopped' }))) throw new RunNotRetryable()
    const woken = await leaveTurn(store, { runId: run.id })
    await store.tasks.cancelOpen({ submissionId: run.submissionId, runId: run.id })
    await store.timeline.append({
      submissionId: run.submissionId,
      stamps: [{ code: 'run-stopped', params: { reason }, actor: byPerson(person) }],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: woken,
      hints: [{ topic: 'attention' }, { topic: 'tasks' }, { topic: 'submissions', id: run.submissionId }],
    })
  })
}
