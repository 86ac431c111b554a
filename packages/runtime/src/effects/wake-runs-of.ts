import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** The runs of its form look again, and those of the form that was split into it. */
export async function wakeRunsOf(
  store: RuntimeStore,
  { submissionId, requestedBy }: Pick<Effect, 'submissionId' | 'requestedBy'>,
): Promise<void> {
  if (submissionId !== null) await store.runs.wake(submissionId)
  if (requestedBy.splitFrom !== undefined) await store.runs.wake(requestedBy.splitFrom)
}
