import type { Db } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import { type OrderRequest, orderRequest, orderValues } from '../../support/purchase-order.ts'
import { until } from '../../support/until.ts'
import { patiently } from './patiently.ts'

/** What one order must have become in the end. */
export interface OrderStory {
  request: OrderRequest
  /** Of the last revision. */
  quantity: number
  memo: string
  revised: boolean
}

export interface Office {
  companyId: string
  formId: string
  formVersion: number
  vendorId: string
  materialId: string
  field: HttpSession
  approver: HttpSession
  database: Db
}

export class UnexpectedRefusal extends Error {
  readonly code = 'unexpected-refusal'
  readonly retryable = false

  constructor(call: string, answer: { status: number; body: unknown }) {
    super(`${call} was refused: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`)
    this.name = 'UnexpectedRefusal'
  }
}

/** Submits an order as a phone does, repeating the same request until it was answered. */
export async function submitOrder(office: Office, quantity: number): Promise<OrderStory> {
  const { vendorId, materialId, formVersion, formId } = office
  const memo = `Order of ${quantity}`
  const request = orderRequest({ formVersion, vendorId, materialId, quantity, memo })
  const answer = await patiently(office.field, 'POST', `/forms/${formId}/submissions`, request)
  if (answer.status >= 300) throw new UnexpectedRefusal('submit', answer)
  return { request, quantity, memo, revised: false }
}

/** Once its document was read back, the order is changed: the same document must change, and no second one appear. */
export async function reviseWhenSynced(
  office: Office,
  { story, withinMs, givenUp }: { story: OrderStory; withinMs: number; givenUp: () => boolean },
): Promise<OrderStory> {
  const { companyId, vendorId, materialId } = office
  const { id } = story.request
  await until({ what: `the order of ${story.quantity} was synced`, withinMs, everyMs: 400 }, async () => {
    const verified = { companyId, submissionId: id, operation: 'create', 'confirmation.verified': 'verified' }
    return givenUp() || (await office.database.collection('effects').countDocuments(verified)) > 0
  })
  if (givenUp()) return story
  const quantity = story.quantity + 1000
  const memo = `Order of ${quantity}, revised`
  const answer = await patiently(office.field, 'POST', `/submissions/${id}/revise`, {
    revision: 1,
    values: orderValues({ vendorId, materialId, quantity, memo }),
  })
  // 409: an earlier try of ours was committed, its answer lost.
  if (answer.status >= 300 && answer.status !== 409) throw new UnexpectedRefusal('revise', answer)
  return { ...story, quantity, memo, revised: true }
}

/** Approves whatever waits, again and again, until told to stop. */
export async function approveAll(office: Office, stopped: () => boolean): Promise<number> {
  let decided = 0
  while (!stopped()) {
    const tasks = await patiently<{ rows: { id: string; kind: string }[] }>(office.approver, 'GET', '/tasks')
    if (tasks.status !== 200) throw new UnexpectedRefusal('list tasks', tasks)
    const open = tasks.body.rows.filter(({ kind }) => kind === 'approval')
    for (const { id } of open) {
      const answer = await patiently(office.approver, 'POST', `/tasks/${id}/decision`, { choice: 'approve' })
      // 409: decided by a try of ours whose answer was lost, or withdrawn by a revision.
      if (answer.status >= 300 && answer.status !== 409) throw new UnexpectedRefusal('decide', answer)
      if (answer.status < 300) decided += 1
    }
    if (open.length === 0) await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return decided
}
