import type { FormContent } from '@fieldledger/forms'
import type { Graph } from '@fieldledger/workflow'
import type { HttpSession } from './http-session.ts'

export interface DraftedForm {
  id: string
  publishedVersion: number | null
  /** Of its workflow's draft. */
  revision: number
}

/** Makes a form over HTTP, publishes it, and draws the workflow that nobody has published yet. */
export async function draftForm(
  admin: HttpSession,
  { content, graph }: { content: FormContent; graph: Graph },
): Promise<DraftedForm> {
  const made = await admin.post<{ id: string; revision: number }>('/forms', { name: content.name, content })
  const { publishedVersion } = await admin.post<{ publishedVersion: number | null }>(
    `/forms/${made.id}/publish`,
    { revision: made.revision },
  )
  const place = `/forms/${made.id}/workflow`
  const draft = await admin.get<{ revision: number }>(place)
  const { revision } = await admin.put<{ revision: number }>(place, { graph, revision: draft.revision })
  return { id: made.id, publishedVersion, revision }
}
