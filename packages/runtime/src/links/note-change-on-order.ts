import { isPartOfSplit, type Submission } from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { linkParams, noteOnOrder } from './note-on-order.ts'

/** The order of a form counts anew when the form is rejected, cancelled or revised; `before` is how it counted. */
export async function noteChangeOnOrder(
  store: RuntimeStore,
  changed: {
    before: Submission
    how: 'cancelled' | 'rejected' | 'revised'
    actor: ActedStamp['actor']
    at: Date
  },
): Promise<Hint[]> {
  const { before, how, actor, at } = changed
  const orderId = before.madeFrom
  // A draft never counted.
  if (orderId === undefined || before.status === 'draft') return []
  const stamp: ActedStamp = { code: 'linked-form-changed', params: { ...linkParams(before), how }, actor }
  await noteOnOrder(store, { orderId, stamp, at, before })
  // A form that was split waits no more for an order that goes its own way.
  if (isPartOfSplit(before)) await store.runs.wake(orderId)
  return [{ topic: 'submissions', id: orderId }]
}
