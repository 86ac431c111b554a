import type { Run, RunState } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { leaveTurn } from './take-turn.ts'

/**
 * A run is over before its end: whoever waited for its turn goes on, and nobody is asked for it any more. undefined = it
 * is in none of these states, and stays as it is.
 */
export async function endRun(
  store: RuntimeStore,
  { run, from }: { run: Pick<Run, 'id' | 'submissionId'>; from: readonly RunState[] },
): Promise<{ woken: boolean } | undefined> {
  const { id: runId, submissionId } = run
  if (!(await store.runs.move({ id: runId, from, to: 'stopped' }))) return undefined
  const woken = await leaveTurn(store, { runId })
  await store.tasks.cancelOpen({ submissionId, runId })
  return { woken }
}
