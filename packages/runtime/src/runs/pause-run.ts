import { companyScope } from '@fieldledger/workflow'
import { NotFound, RunNotPausable } from '../errors/runtime-errors.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { refuseBeside } from './refuse-beside.ts'

export interface PauseRun extends PersonalUseCase {
  runId: string
}

/** No step is taken until somebody resumes it. Tasks may be decided meanwhile; what was handed to a ledger goes on. */
export function pauseRun(input: PauseRun): Promise<void> {
  return moveBetween(input, { from: 'active', to: 'paused' })
}

/** Goes on with all that happened meanwhile: every waiting step is looked at again. */
export async function resumeRun(input: PauseRun): Promise<void> {
  await moveBetween(input, { from: 'paused', to: 'active' })
  input.runtime.doorbell.ring()
}

async function moveBetween(
  { runtime, companyId, person, runId }: PauseRun,
  { from, to }: { from: 'active' | 'paused'; to: 'active' | 'paused' },
): Promise<void> {
  await runtime.ports.stores.transact(companyScope(companyId), async (store) => {
    const run = await store.runs.get(runId)
    if (run === undefined) throw new NotFound('run')
    if (to === 'active') await refuseBeside(store, run)
    if (!(await store.runs.move({ id: run.id, from: [from], to }))) throw new RunNotPausable()
    await store.timeline.append({
      submissionId: run.submissionId,
      stamps: [{ code: to === 'paused' ? 'run-paused' : 'run-resumed', params: {}, actor: byPerson(person) }],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: to === 'active',
      hints: [{ topic: 'submissions', id: run.submissionId }],
    })
  })
}
