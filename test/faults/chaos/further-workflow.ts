import type { Graph, Step } from '@fieldledger/workflow'
import type { HttpSession } from '../../support/http-session.ts'

/** A further workflow of a form, published: it starts by `config`, and does `step`. */
export async function furtherWorkflow(
  admin: HttpSession,
  { formId, trigger, config, step }: { formId: string; trigger: string; config: object; step: Step },
): Promise<string> {
  const { id } = await admin.post<{ id: string }>(`/forms/${formId}/workflows`, { name: step.name, trigger })
  const place = (rest = '') => `/forms/${formId}/workflow${rest}?workflow=${id}`
  const { revision } = await admin.get<{ revision: number }>(place())
  const graph: Graph = {
    steps: { s_start001: { kind: trigger, name: 'Start', config: { ...config } }, s_does0001: step },
    edges: [{ id: 'e_first01', from: { step: 's_start001', outlet: 'next' }, to: 's_does0001' }],
  }
  const saved = await admin.put<{ revision: number }>(place(), { graph, revision })
  await admin.post(place('/publish'), { revision: saved.revision })
  return id
}
