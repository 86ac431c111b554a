import type { ProposedVendor, Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Person } from '../ports/person.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { type ActedStamp, byPerson, bySystem } from '../timeline/actors.ts'
import { proposeVendors } from '../vendors/propose-vendors.ts'

interface SaveSubmission {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  run: Run | undefined
  proposed: readonly ProposedVendor[]
  person: Person
}

/** Submission, first revision, timeline, proposed vendors, run and outbox row: all or nothing. */
export async function saveSubmission(
  input: SaveSubmission,
): Promise<{ submission: Submission; fresh: boolean }> {
  const { runtime, scope, submission } = input
  return runtime.ports.stores.transact(scope, async (store) => {
    if (!(await store.submissions.insert(submission))) {
      const earlier = await store.submissions.get(submission.id)
      return { submission: earlier ?? submission, fresh: false }
    }
    await store.submissions.saveRevision(revisionOf(submission, submission.submittedBy))
    await proposeVendors(store, input)
    await store.timeline.append({
      submissionId: submission.id,
      stamps: stampsOf(input),
      at: submission.submittedAt,
    })
    if (input.run !== undefined) await store.runs.insert(input.run)
    failpoint('submit.in-transaction')
    await store.outbox.post({
      work: input.run !== undefined,
      hints: [
        { topic: 'submissions', id: submission.id },
        ...(input.proposed.length === 0 ? [] : [{ topic: 'tasks' as const }]),
      ],
    })
    return { submission, fresh: true }
  })
}

export function revisionOf(submission: Submission, by: string) {
  const { id, revision, values, totals, vendorId, projectId, updatedAt } = submission
  return {
    submissionId: id,
    revision,
    values,
    totals,
    ...(vendorId === undefined ? {} : { vendorId }),
    ...(projectId === undefined ? {} : { projectId }),
    by,
    at: updatedAt,
  }
}

function stampsOf({ submission, person, proposed }: SaveSubmission): ActedStamp[] {
  const actor = byPerson(person)
  const stamps: ActedStamp[] = [{ code: 'submitted', params: { number: submission.number ?? '' }, actor }]
  for (const { name } of proposed) stamps.push({ code: 'vendor-proposed', params: { name }, actor })
  if (submission.status === 'approved')
    stamps.push({ code: 'status-changed', params: { to: 'approved' }, actor: bySystem })
  return stamps
}
