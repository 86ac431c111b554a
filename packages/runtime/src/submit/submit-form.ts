import type { ProposedVendor, Submission } from '@fieldledger/forms'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { NotFound } from '../errors/runtime-errors.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import { asksApproval, newestWorkflow, newRun } from '../runs/start-run.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { loadForm } from '../values/form-versions.ts'
import { readValues } from '../values/read-values.ts'
import { giveNumber } from './give-number.ts'
import { saveSubmission } from './save-submission.ts'

export interface SubmitForm extends PersonalUseCase {
  formId: string
  request: {
    id: string
    formVersion: number
    values: unknown
    proposedVendors?: readonly ProposedVendor[]
  }
}

/** One transaction, then the doorbell. The id was made by whoever submits: the same id again gives the same answer. */
export async function submitForm(input: SubmitForm): Promise<{ submission: Submission; created: boolean }> {
  const { runtime, request } = input
  const scope = companyScope(input.companyId)
  const earlier = await submittedBefore(input, scope)
  if (earlier !== undefined) return { submission: earlier, created: false }
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
      year: DateTime.fromJSDate(now, { zone: company.timeZone }).year,
      projectId: read.projectId,
    }),
    status: asksApproval(runtime, workflow) ? 'pending' : 'approved',
    revision: 1,
    ...read,
    currency: company.currency,
    submittedBy: input.person.id,
    submittedAt: now,
    updatedAt: now,
    timelineSeq: 0,
  }
  const run = newRun({ runtime, submission, workflow })
  failpoint('submit.before-transaction')
  try {
    const created = await saveSubmission({
      runtime,
      scope,
      submission: run === undefined ? submission : { ...submission, runId: run.id },
      run,
      proposed,
      person: input.person,
    })
    failpoint('submit.after-commit')
    runtime.doorbell.ring()
    return { submission: created.submission, created: created.fresh }
  } catch (error) {
    // Two submits of one id at once: the loser finds the winner's.
    const winner = await submittedBefore(input, scope)
    if (winner === undefined) throw error
    return { submission: winner, created: false }
  }
}

async function submittedBefore(
  { runtime, request, formId }: SubmitForm,
  scope: CompanyScope,
): Promise<Submission | undefined> {
  const earlier = await runtime.ports.stores.of(scope).submissions.get(request.id)
  if (earlier !== undefined && earlier.formId !== formId) throw new NotFound('form')
  return earlier
}
