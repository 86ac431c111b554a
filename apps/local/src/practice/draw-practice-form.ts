import { createFormRepository, createWorkflowRepository, type Database } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { purchaseOrderForm } from './practice-forms.ts'
import { approvalWorkflow } from './practice-workflows.ts'

/** The published purchase order, with a workflow draft that asks for approval and sends nothing yet. */
export async function drawPracticeForm(
  database: Database,
  { scope, formId, prefix, by }: { scope: CompanyScope; formId: string; prefix: string; by: string },
): Promise<void> {
  const forms = createFormRepository(database)
  const workflows = createWorkflowRepository(database, () => undefined)
  const form =
    (await forms.find(scope, formId)) ??
    (await forms.create(scope, { id: formId, content: purchaseOrderForm({ prefix, costCodes: true }), by }))
  if ((await workflows.find(scope, formId)) === undefined)
    await workflows.create(scope, { formId, graph: approvalWorkflow(), by })
  if (form.publishedVersion === null) await forms.publish(scope, { form, by })
}
