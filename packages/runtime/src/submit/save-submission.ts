import type { ProposedVendor, Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { linkParams, noteOnOrder } from '../links/note-on-order.ts'
import type { NewSubmission } from '../ports/new-submission.ts'
import type { Person } from '../ports/person.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { FirstSteps } from '../runs/take-first-steps.ts'
import { type ActedStamp, byPerson, bySystem } from '../timeline/actors.ts'
import { proposeVendors } from '../vendors/propose-vendors.ts'
import { writeNew } from './write-new.ts'

interface SaveSubmission {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  run: Run | undefined
  /** What its first steps left. */
  taken: Pick<FirstSteps, 'stamps' | 'results'>
  proposed: readonly ProposedVendor[]
  person: Person
  /** What it is made from. */
  order: Submission | undefined
}

/** Submission, timeline, proposed vendors, run and outbox row: all or nothing. false = the id was taken before. */
export async function saveSubmission(input: SaveSubmission): Promise<boolean> {
  const { runtime, scope, submission, run } = input
  const { stores } = runtime.ports
  const made: NewSubmission = {
    submission,
    run,
    results: input.taken.results,
    stamps: [...stampsOf(input), ...input.taken.stamps],
    hints: [
      { topic: 'submissions', id: submission.id },
      ...(input.order === undefined ? [] : [{ topic: 'submissions' as const, id: input.order.id }]),
      ...(input.proposed.length === 0 ? [] : [{ topic: 'tasks' as const }]),
    ],
  }
  if (input.proposed.length === 0 && input.order === undefined) return stores.saveNew(scope, made)
  return stores.transact(scope, async (store) => {
    const fresh = await writeNew(store, made)
    if (fresh) await proposeVendors(store, input)
    if (fresh && input.order !== undefined) await noteOnOrder(store, madeOf(input.order, input))
    return fresh
  })
}

function madeOf(order: Submission, { submission, person }: SaveSubmission) {
  const stamp: ActedStamp = { code: 'form-made', params: linkParams(submission), actor: byPerson(person) }
  return { orderId: order.id, stamp, at: submission.submittedAt }
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

function stampsOf({ submission, person, proposed, order }: SaveSubmission): ActedStamp[] {
  const actor = byPerson(person)
  const stamps: ActedStamp[] = [{ code: 'submitted', params: { number: submission.number ?? '' }, actor }]
  if (order !== undefined) stamps.push({ code: 'made-from', params: linkParams(order), actor })
  for (const { name } of proposed) stamps.push({ code: 'vendor-proposed', params: { name }, actor })
  if (submission.status === 'approved')
    stamps.push({ code: 'status-changed', params: { to: 'approved' }, actor: bySystem })
  return stamps
}
