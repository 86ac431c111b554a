import type { Form, Workflow } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { Services } from '../services.ts'

/** One workflow of a form: its first one, unless another is named. */
export async function loadWorkflow(
  { forms, workflows }: Pick<Services, 'forms' | 'workflows'>,
  {
    scope,
    formId,
    workflowId = formId,
  }: { scope: CompanyScope; formId: string; workflowId?: string | undefined },
): Promise<{ form: Form; workflow: Workflow }> {
  const [form, workflow] = await Promise.all([forms.find(scope, formId), workflows.find(scope, workflowId)])
  if (form === undefined || workflow?.formId !== formId) throw new Missing()
  return { form, workflow }
}
