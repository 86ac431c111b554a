import { v7 } from 'uuid'
import { orderFields } from '../../../apps/local/src/practice/practice-forms.ts'
import { approvalWorkflow } from '../../../apps/local/src/practice/practice-workflows.ts'
import { makeCompany, type TestCompany } from '../../support/make-company.ts'
import { publishForm } from '../../support/publish-form.ts'
import { capturedMail } from './captured-mail.ts'
import { stackPlace } from './stack-place.ts'

export interface MailedDecision {
  company: TestCompany
  submissionId: string
  /** The path of the link in the approver's mail. */
  decide: string
  /** And of one that invites somebody new. */
  invitation: string
}

/** An order that waits for an approver, who has a mail about it. */
export async function mailedDecision(): Promise<MailedDecision> {
  const company = await makeCompany({ stack: stackPlace(), name: 'Mailing' })
  const graph = approvalWorkflow()
  const { s_approve: step } = graph.steps
  if (step) graph.steps.s_approve = { ...step, config: { ...step.config, mail: true } }
  const form = await publishForm(await company.as('admin'), { graph })
  const field = await company.as('field')
  const admin = await company.as('admin')
  const { id: vendorId } = await admin.post<{ id: string }>('/vendors', { name: 'Stone & Sons' })
  const submissionId = v7()
  await field.post(`/forms/${form.id}/submissions`, {
    id: submissionId,
    formVersion: form.version,
    values: {
      [orderFields.vendor]: [vendorId],
      [orderFields.date]: '2026-11-02',
      [orderFields.dueDate]: '2026-11-16',
      [orderFields.materials]: [{ id: 'r1', description: 'Gravel', quantity: '2', unitPrice: '30' }],
    },
  })
  const letter = await capturedMail(company.people.approver.email)
  const decide = /\/decide\/[\w-]+/.exec(letter)?.[0] ?? ''
  const email = `guest.${company.id.slice(-6)}@test.example`
  const { url } = await admin.post<{ url: string }>('/invitations', { email, role: 'field' })
  return { company, submissionId, decide, invitation: new URL(url).pathname }
}
