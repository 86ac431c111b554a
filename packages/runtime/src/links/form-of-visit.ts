import type { Submission } from '@fieldledger/forms'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { madeFormId } from './made-form-id.ts'

/** The form that this visit made, or the id under which it makes one: what was rejected or cancelled may be made anew. */
export async function formOfVisit(
  store: RuntimeStore,
  of: { run: Run; stepId: string; visit: number; formId: string },
): Promise<{ id: string; made?: Submission }> {
  const { run, ...place } = of
  const { submissionId, workflowId } = run
  const startedBy = workflowId === run.formId ? '' : await firstOf(store, run)
  for (let generation = 0; ; generation += 1) {
    const id = madeFormId({ submissionId, workflowId, startedBy, ...place }, generation)
    const made = await store.submissions.get(id)
    if (made === undefined) return { id }
    if (made.status !== 'rejected' && made.status !== 'cancelled') return { id, made }
  }
}

/** The run that this one replays, and so on. */
async function firstOf(store: RuntimeStore, { id, replayOf }: Pick<Run, 'id' | 'replayOf'>): Promise<string> {
  const replayed = replayOf === undefined ? undefined : await store.runs.get(replayOf)
  return replayed === undefined ? id : firstOf(store, replayed)
}
