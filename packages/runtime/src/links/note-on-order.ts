import { isFullyBilled, isPartOfSplit, moveStatus, orderProgress, type Submission } from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'
import { type ActedStamp, bySystem } from '../timeline/actors.ts'
import { linkedForm } from './linked-form.ts'

interface Noted {
  orderId: string
  stamp: ActedStamp
  at: Date
  /** A form of the order as it counted until now. */
  before?: Submission
}

/**
 * Stamps the order, and closes it with the bill that was still missing, or opens it again when it was closed by a bill
 * that counts no more. The stamp comes first: it writes the order, so that of two bills at the same moment one waits for
 * the other and counts it.
 */
export async function noteOnOrder(store: RuntimeStore, { orderId, stamp, at, before }: Noted): Promise<void> {
  await store.timeline.append({ submissionId: orderId, stamps: [stamp], at })
  const order = await store.submissions.get(orderId)
  if (order === undefined) return
  const { formType: type, values } = order
  const made = await store.submissions.madeFrom(orderId)
  if (made.some(isPartOfSplit)) return
  const full = (forms: readonly Submission[]) =>
    isFullyBilled(orderProgress({ type, values }, forms.map(linkedForm)))
  const wasFull = before !== undefined && full(made.map((one) => (one.id === before.id ? before : one)))
  const move = full(made) ? 'close' : wasFull ? 'reopen' : undefined
  const status = move === undefined ? undefined : moveStatus(order.status, move)
  if (status === undefined) return
  await store.submissions.change({ id: orderId, change: { status } })
  const moved: ActedStamp = { code: 'status-changed', params: { to: status }, actor: bySystem }
  await store.timeline.append({ submissionId: orderId, stamps: [moved], at })
}

/** How a stamp names another form, and where it leads. */
export function linkParams({ id, formName, number }: Pick<Submission, 'id' | 'formName' | 'number'>) {
  return { form: formName, number: number ?? '', submission: id }
}
