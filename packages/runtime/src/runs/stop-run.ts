import { companyScope } from '@fieldledger/workflow'
import { closeTasks } from '../effects/close-tasks.ts'
import { isWaitingToLeave } from '../effects/is-waiting-to-leave.ts'
import { NotFound, RunNotRetryable } from '../errors/runtime-errors.ts'
import { effectsWithParts } from '../links/effects-with-parts.ts'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { endRun } from './end-run.ts'
import { unfinished } from './unfinished.ts'

export interface StopRun extends PersonalUseCase {
  runId: string
  reason: string
}

/**
 * The workflow of this form ends here. What it planned and nobody has sent yet does not leave any more; what is on its way
 * or in a ledger stays there.
 */
export async function stopRun(input: StopRun): Promise<void> {
  const { runtime, person, reason } = input
  await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const run = await store.runs.get(input.runId)
    if (run === undefined) throw new NotFound('run')
    const ended = await endRun(store, { run, from: unfinished })
    if (ended === undefined) throw new RunNotRetryable()
    const tookBack = await takeBack(store, run)
    // Another workflow of this form that waited for the same document sends it for its own part.
    if (tookBack) await store.runs.wake(run.submissionId)
    await store.timeline.append({
      submissionId: run.submissionId,
      stamps: [{ code: 'run-stopped', params: { reason }, actor: byPerson(person) }],
      at: runtime.clock.now(),
    })
    await store.outbox.post({
      work: ended.woken || tookBack,
      hints: [{ topic: 'attention' }, { topic: 'tasks' }, { topic: 'submissions', id: run.submissionId }],
    })
  })
}

/** A document that a person sent by hand, or another run, is not this run's to take back. */
async function takeBack(store: RuntimeStore, { id, submissionId }: Run): Promise<boolean> {
  let any = false
  for (const effect of await effectsWithParts(store, submissionId)) {
    if (effect.requestedBy.runId !== id || !isWaitingToLeave(effect)) continue
    await store.effects.amend({ effect, change: { state: 'stopped', waitingFor: null, due: 'never' } })
    await closeTasks(store, { effect })
    any = true
  }
  return any
}
