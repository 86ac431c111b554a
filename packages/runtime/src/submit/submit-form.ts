import type { ProposedVendor, Submission } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import { orderFor } from '../links/order-for.ts'
import { asksApproval, newestWorkflow, newRun } from '../runs/start-run.ts'
import { takeFirstSteps } from '../runs/take-first-steps.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { loadForm } from '../values/form-versions.ts'
import { readValues } from '../values/read-values.ts'
import { giveNumber } from './give-number.ts'
import { saveSubmission } from './save-submission.ts'
import { yearIn } from './year-in.ts'

export interface SubmitForm extends PersonalUseCase {
  formId: string
  request: {
    id: string
    formVersion: number
    values: unknown
    proposedVendors?: readonly ProposedVendor[]
    /** The order that it is made from. */
    madeFrom?: string
  }
}

/**
 * One transaction, then the doorbell. The id was made by whoever submits: the same id again gives the same answer. That
 * is looked up only once the new one was not taken, so that the first submit, nearly all of them, reads nothing.
 */
export async function submitForm(input: SubmitForm): Promise<{ submission: Submission; created: boolean }> {
  try {
    const submission = await submitNew(input)
    if (submission !== undefined) return { submission, created: true }
  } catch (error) {
    const earlier = await submittedBefore(input)
    if (earlier === undefined) throw error
    return { submission: earlier, created: false }
  }
  const earlier = await submittedBefore(input)
  if (earlier === undefined) throw new NotFound('form')
  return { submission: earlier, created: false }
}

/** undefined = the id was taken before. */
async function submitNew(input: SubmitForm): Promise<Submission | undefined> {
  const { runtime, request } = input
  const scope = companyScope(input.companyId)
  const form = await loadForm({ runtime, scope, formId: input.formId, version: request.formVersion })
  const company = await runtime.ports.people.company({ scope })
  const proposed = request.proposedVendors ?? []
  const read = await readValues({
    runtime,
    scope,
    form,
    values: request.values,
    currency: company.currency,
    proposedVendorIds: proposed.map(({ id }) => id),
  })
  const order = await orderFor(runtime, { scope, type: form.content.type, madeFrom: request.madeFrom })
  const workflow = await newestWorkflow({ runtime, scope, formId: input.formId })
  const now = runtime.clock.now()
  const submission: Submission = {
    id: request.id,
    companyId: input.companyId,
    formId: input.formId,
    formVersion: request.formVersion,
    formType: form.content.type,
    formName: form.content.name,
    number: await giveNumber({
      runtime,
      scope,
      formId: input.formId,
      pattern: form.content.numbering,
      year: yearIn({ timeZone: company.timeZone, at: now }),
      projectId: read.projectId,
    }),
    status: asksApproval(runtime, workflow) ? 'pending' : 'approved',
    revision: 1,
    ...read,
    ...(order === undefined ? {} : { madeFrom: order.id }),
    currency: company.currency,
    submittedBy: input.person.id,
    submittedAt: now,
    updatedAt: now,
    timelineSeq: 0,
  }
  const run = newRun({ runtime, submission, workflow })
  const saved = run === undefined ? submission : { ...submission, runId: run.id }
  // What the form names anew is in no list before it is saved: its steps find the name there.
  const first =
    run === undefined || workflow === undefined || proposed.length > 0
      ? { run, submission: saved, stamps: [], results: [] }
      : await takeFirstSteps({ runtime, run, submission: saved, workflow, form: form.content })
  const begun = first.submission
  failpoint('submit.before-transaction')
  const { person } = input
  const fresh = await saveSubmission({
    runtime,
    scope,
    submission: begun,
    run: first.run,
    taken: first,
    proposed,
    person,
    order,
  })
  failpoint('submit.after-commit')
  runtime.doorbell.ring()
  return fresh ? begun : undefined
}

async function submittedBefore(input: SubmitForm): Promise<Submission | undefined> {
  const { runtime, request, formId, companyId } = input
  const earlier = await runtime.ports.stores.of(companyScope(companyId)).submissions.get(request.id)
  if (earlier !== undefined && earlier.formId !== formId) throw new NotFound('form')
  return earlier
}
