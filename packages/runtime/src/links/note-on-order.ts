import { isFullyBilled, moveStatus, orderProgress, type Submission } from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'
import { type ActedStamp, bySystem } from '../timeline/actors.ts'
import { linkedForm } from './linked-form.ts'

/**
 * Stamps the order, and closes it with the bill that was still missing. The stamp comes first: it writes the order, so
 * that of two bills at the same moment one waits for the other and counts it.
 */
export async function noteOnOrder(
  store: RuntimeStore,
  made: { orderId: string; stamp: ActedStamp; at: Date },
): Promise<void> {
  const { orderId, stamp, at } = made
  await store.timeline.append({ submissionId: orderId, stamps: [stamp], at })
  const order = await store.submissions.get(orderId)
  if (order === undefined) return
  const { formType: type, values } = order
  const linked = (await store.submissions.madeFrom(orderId)).map(linkedForm)
  const status = moveStatus(order.status, 'close')
  if (status === undefined || !isFullyBilled(orderProgress({ type, values }, linked))) return
  await store.submissions.change({ id: orderId, change: { status } })
  const closed: ActedStamp = { code: 'status-changed', params: { to: status }, actor: bySystem }
  await store.timeline.append({ submissionId: orderId, stamps: [closed], at })
}

/** How a stamp names another form, and where it leads. */
export function linkParams({ id, formName, number }: Pick<Submission, 'id' | 'formName' | 'number'>) {
  return { form: formName, number: number ?? '', submission: id }
}
