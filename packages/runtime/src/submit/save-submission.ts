import type { ProposedVendor, Submission } from '@fieldledger/forms'
import type { CompanyScope, TimelineActor } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { type ActedStamp, bySystem } from '../timeline/actors.ts'

interface SaveSubmission {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  run: Run | undefined
  proposed: readonly ProposedVendor[]
  actor: Extract<TimelineActor, { kind: 'person' }> | TimelineActor
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
      hints: [{ topic: 'submissions', id: submission.id }],
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

export async function proposeVendors(
  store: RuntimeStore,
  input: Pick<SaveSubmission, 'runtime' | 'scope' | 'proposed' | 'submission'>,
): Promise<void> {
  if (input.proposed.length === 0 || store.transaction === undefined) return
  await input.runtime.ports.lookups.catalogue.propose({
    scope: input.scope,
    vendors: input.proposed,
    by: input.submission.submittedBy,
    transaction: store.transaction,
  })
}

function stampsOf({ submission, actor, proposed }: SaveSubmission): ActedStamp[] {
  const stamps: ActedStamp[] = [{ code: 'submitted', params: { number: submission.number ?? '' }, actor }]
  for (const { name } of proposed) stamps.push({ code: 'vendor-proposed', params: { name }, actor })
  if (submission.status === 'approved')
    stamps.push({ code: 'status-changed', params: { to: 'approved' }, actor: bySystem })
  return stamps
}
