import { AnotherRunUnderWay } from '../errors/runtime-errors.ts'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** A person's "Try again" or "Resume" never lets two runs of one workflow walk one form. */
export async function refuseBeside(
  store: RuntimeStore,
  { id, submissionId, workflowId }: Run,
): Promise<void> {
  const present = await store.runs.allActiveOf(submissionId)
  if (present.some((run) => run.id !== id && run.workflowId === workflowId && run.state === 'active'))
    throw new AnotherRunUnderWay()
}
