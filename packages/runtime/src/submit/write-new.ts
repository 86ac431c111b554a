import { failpoint } from '../failpoints/failpoint.ts'
import type { NewSubmission } from '../ports/new-submission.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** What a submit writes, record by record, inside of one transaction; false = the id was taken before. */
export async function writeNew(store: RuntimeStore, made: NewSubmission): Promise<boolean> {
  const { submission, run, stamps, results, hints } = made
  if (!(await store.submissions.insert(submission))) return false
  await store.timeline.append({ submissionId: submission.id, stamps, at: submission.submittedAt })
  if (run !== undefined) await store.runs.insert(run, results)
  failpoint('submit.in-transaction')
  await store.outbox.post({ work: run !== undefined, hints })
  return true
}
