import { moveStatus, type ProposedVendor, type Submission } from '@fieldledger/forms'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { NotFound, StaleSubmission, StatusForbids } from '../errors/runtime-errors.ts'
import { noteChangeOnOrder } from '../links/note-change-on-order.ts'
import { refuseOfSplit } from '../links/refuse-of-split.ts'
import { refuseSplit } from '../links/refuse-split.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { asksApproval, newestWorkflow, newRun } from '../runs/start-run.ts'
import { byPerson, bySystem } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { loadForm } from '../values/form-versions.ts'
import { readValues } from '../values/read-values.ts'
import { withdrawVendorTasks } from '../vendors/close-vendor-tasks.ts'
import { proposeVendors } from '../vendors/propose-vendors.ts'
import { acceptDraft, noteAccepted } from './accept-draft.ts'
import { asksAgain } from './asks-again.ts'
import { changedFields } from './changed-fields.ts'
import { openEditTasks, returnEdited } from './return-edited.ts'
import { revisionOf } from './save-submission.ts'
import { withdrawEffects } from './withdraw-effects.ts'
import { withdrawWork } from './withdraw-work.ts'

export interface ReviseSubmission extends PersonalUseCase {
  submissionId: string
  /** The revision that was looked at. */
  revision: number
  values: unknown
  proposedVendors?: readonly ProposedVendor[]
}

/**
 * A new revision. While the workflow has sent the form back, the run goes on with the new values; else it starts again,
 * visibly, and what was sent before is marked "changes not sent" until the new run reaches its sync step. A draft that
 * a workflow made is submitted this way too.
 */
export async function reviseSubmission(input: ReviseSubmission): Promise<{ submission: Submission }> {
  const { runtime } = input
  const scope = companyScope(input.companyId)
  const before = await runtime.ports.stores.of(scope).submissions.get(input.submissionId)
  if (before === undefined) throw new NotFound('form')
  const read = await readRevision(input, { scope, before })
  const workflow = await newestWorkflow({ runtime, scope, formId: before.formId })
  const approvedAtOnce = !asksApproval(runtime, workflow)
  const accepted =
    before.status === 'draft'
      ? await acceptDraft({ runtime, scope, draft: before, person: input.person, projectId: read.projectId })
      : {}
  const revised = await runtime.ports.stores.transact(scope, async (store) => {
    const present = await store.submissions.get(before.id)
    if (present === undefined || present.revision !== input.revision) throw new StaleSubmission()
    await refuseSplit(store, { submission: present, what: 'revise' })
    await refuseOfSplit(store, present)
    const sentBack = await isSentBack(store, present)
    const status = sentBack ? present.status : statusAfter(present, approvedAtOnce)
    const { vendorId: _vendor, projectId: _project, ...kept } = present
    const next: Submission = {
      ...kept,
      ...read,
      ...accepted,
      status,
      revision: present.revision + 1,
      updatedAt: runtime.clock.now(),
    }
    const isDraft = present.status === 'draft'
    if (sentBack) await withdrawEffects(store, { submission: present, why: 'revised' })
    else if (!isDraft) await withdrawWork(store, { submission: present, why: 'revised' })
    const run = sentBack ? undefined : newRun({ runtime, submission: next, workflow })
    const approvalStands = present.status === 'approved' && !asksAgain({ before: present, after: next })
    if (run !== undefined) await store.runs.insert({ ...run, approvalStands })
    await save(store, { input, scope, present, next, runId: run?.id ?? present.runId })
    if (sentBack || isDraft)
      await returnEdited(store, { submissionId: next.id, person: input.person, at: next.updatedAt })
    const actor = byPerson(input.person)
    await noteChangeOnOrder(store, { before: present, how: 'revised', actor, at: next.updatedAt })
    if (isDraft) await noteAccepted(store, { submission: next, person: input.person })
    return next
  })
  runtime.doorbell.ring()
  return { submission: revised }
}

async function readRevision(input: ReviseSubmission, at: { scope: CompanyScope; before: Submission }) {
  const { runtime } = input
  const { scope, before } = at
  const form = await loadForm({ runtime, scope, formId: before.formId, version: before.formVersion })
  return readValues({
    runtime,
    scope,
    form,
    values: input.values,
    currency: before.currency,
    proposedVendorIds: (input.proposedVendors ?? []).map(({ id }) => id),
  })
}

async function isSentBack(store: RuntimeStore, submission: Submission): Promise<boolean> {
  if (submission.status !== 'in-revision') return false
  return (await openEditTasks(store, submission.id)).length > 0
}

function statusAfter(submission: Submission, approvedAtOnce: boolean): Submission['status'] {
  const inRevision =
    submission.status === 'in-revision' || submission.status === 'draft'
      ? submission.status
      : moveStatus(submission.status, 'revise')
  const pending = inRevision === undefined ? undefined : moveStatus(inRevision, 'submit')
  if (pending === undefined) throw new StatusForbids({ what: 'revised', status: submission.status })
  return approvedAtOnce ? (moveStatus(pending, 'approve') ?? pending) : pending
}

interface SaveRevision {
  input: ReviseSubmission
  scope: CompanyScope
  present: Submission
  next: Submission
  runId: string | undefined
}

async function save(store: RuntimeStore, saving: SaveRevision): Promise<void> {
  const { input, scope, present, next, runId } = saving
  const runtime: Runtime = input.runtime
  const { status, values, totals, revision, vendorId, projectId, number, submittedBy, submittedAt } = next
  const changed = await store.submissions.change({
    id: next.id,
    revision: input.revision,
    change: {
      status,
      values,
      totals,
      revision,
      vendorId: vendorId ?? null,
      projectId: projectId ?? null,
      ...(present.status === 'draft'
        ? { submittedBy, submittedAt, ...(number === undefined ? {} : { number }) }
        : {}),
      ...(runId === undefined ? {} : { runId }),
    },
  })
  if (!changed) throw new StaleSubmission()
  // The first revision stood in the submission itself until now.
  if (present.revision === 1) await store.submissions.saveRevision(revisionOf(present, present.submittedBy))
  if (present.revision > 0) await store.submissions.saveRevision(revisionOf(next, input.person.id))
  const proposed = input.proposedVendors ?? []
  await proposeVendors(store, { runtime, scope, submission: next, proposed, person: input.person })
  await withdrawVendorTasks(store, { submissionId: next.id, values: next.values })
  const form = await loadForm({ runtime, scope, formId: next.formId, version: next.formVersion })
  const actor = byPerson(input.person)
  const changes = changedFields(form.content, { before: present.values, after: next.values }).join('\n')
  await store.timeline.append({
    submissionId: next.id,
    stamps: [
      present.status === 'draft'
        ? { code: 'submitted' as const, params: { number: number ?? '' }, actor }
        : { code: 'revised' as const, params: { revision, changes }, actor },
      ...proposed.map(({ name }) => ({ code: 'vendor-proposed' as const, params: { name }, actor })),
      ...(status === present.status
        ? []
        : [{ code: 'status-changed' as const, params: { to: status }, actor: bySystem }]),
    ],
    at: runtime.clock.now(),
  })
  await store.outbox.post({
    work: true,
    hints: [{ topic: 'submissions', id: next.id }, { topic: 'tasks' }],
  })
}
