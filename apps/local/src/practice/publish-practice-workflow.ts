import type { PracticeConnection } from './connect-practice-ledger.ts'
import type { PracticeSession } from './practice-session.ts'
import { syncWorkflow } from './practice-workflows.ts'

export interface PracticeForm {
  id: string
  version: number
}

interface FormRow {
  id: string
  type: string
  publishedVersion: number | null
  workflowVersion: number | null
}

/** The purchase order's workflow with its sync step, published once. */
export async function publishPracticeWorkflow(
  admin: PracticeSession,
  connection: PracticeConnection,
): Promise<PracticeForm> {
  const { rows } = await admin.get<{ rows: FormRow[] }>('/forms')
  const form = rows.find((row) => row.type === 'purchase-order')
  const place = `/forms/${form?.id}/workflow`
  if (form?.workflowVersion === null) {
    const draft = await admin.get<{ revision: number }>(place)
    const saved = await admin.put<{ revision: number }>(place, {
      graph: syncWorkflow(connection),
      revision: draft.revision,
    })
    await admin.post(`${place}/publish`, { revision: saved.revision })
  }
  return { id: form?.id ?? '', version: form?.publishedVersion ?? 1 }
}
