import type { FormContent } from '@fieldledger/forms'
import type { Graph } from '@fieldledger/workflow'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'
import { draftForm } from './draft-form.ts'
import type { HttpSession } from './http-session.ts'

export interface PublishedForm {
  id: string
  version: number
}

/** Makes a form over HTTP, publishes it, and publishes the workflow that it gets. */
export async function publishForm(
  admin: HttpSession,
  {
    content = purchaseOrderForm({ prefix: 'PO', costCodes: true }),
    graph,
  }: { content?: FormContent; graph: Graph },
): Promise<PublishedForm> {
  const { id, publishedVersion, revision } = await draftForm(admin, { content, graph })
  await admin.post(`/forms/${id}/workflow/publish`, { revision })
  return { id, version: publishedVersion ?? 1 }
}
