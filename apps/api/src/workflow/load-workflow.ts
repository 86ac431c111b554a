import type { Form, Workflow } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { Services } from '../services.ts'

export async function loadWorkflow(
  { forms, workflows }: Pick<Services, 'forms' | 'workflows'>,
  { scope, formId }: { scope: CompanyScope; formId: string },
): Promise<{ form: Form; workflow: Workflow }> {
  const [form, workflow] = await Promise.all([forms.find(scope, formId), workflows.find(scope, formId)])
  if (form === undefined || workflow === undefined) throw new Missing()
  return { form, workflow }
}
