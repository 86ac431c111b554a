import type { FormContent } from '@fieldledger/forms'
import type { Graph } from '@fieldledger/workflow'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'
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
  const made = await admin.post<{ id: string; revision: number }>('/forms', { name: content.name, content })
  const published = await admin.post<{ publishedVersion: number | null }>(`/forms/${made.id}/publish`, {
    revision: made.revision,
  })
  const place = `/forms/${made.id}/workflow`
  const draft = await admin.get<{ revision: number }>(place)
  const saved = await admin.put<{ revision: number }>(place, { graph, revision: draft.revision })
  await admin.post(`${place}/publish`, { revision: saved.revision })
  return { id: made.id, version: published.publishedVersion ?? 1 }
}
