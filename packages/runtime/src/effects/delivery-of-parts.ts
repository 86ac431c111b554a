import type { Submission } from '@fieldledger/forms'
import type { Delivery } from '@fieldledger/workflow'
import { partsOfSplit } from '../links/parts-of-split.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { type DeliveryQuestion, deliveryOf } from './delivery.ts'

/**
 * Where the orders of a split stand together; undefined = the form was not split. It waits for them as they came of it: one
 * that was revised, cancelled or rejected since goes its own way.
 */
export async function deliveryOfParts(
  store: RuntimeStore,
  asked: { submission: Submission } & Pick<DeliveryQuestion, 'request' | 'here'>,
): Promise<Delivery | undefined> {
  const { submission, ...question } = asked
  const all = await partsOfSplit(store, submission)
  if (all.length === 0) return undefined
  if (all.every(({ status }) => calledOff.includes(status))) return nothingLeft
  const parts = all.filter(({ status, revision }) => revision === 1 && going.includes(status))
  const effects = await store.effects.ofSubmissions(parts.map(({ id }) => id))
  const deliveries = parts.map(({ id, revision, number = '' }) => {
    const own = effects.filter(({ submissionId }) => submissionId === id)
    return { number, ...named(number, deliveryOf({ ...question, effects: own, revision })) }
  })
  for (const state of untilAllArrived) {
    const found = deliveries.find((one) => one.state === state)
    if (found !== undefined) return found
  }
  const arrived = deliveries.flatMap((one) => (one.state === 'arrived' ? [one] : []))
  return {
    state: 'arrived',
    number: arrived.map(({ number }) => number).join(', '),
    changed: arrived.length === 0 || arrived.some(({ changed }) => changed),
  }
}

const calledOff: readonly Submission['status'][] = ['cancelled', 'rejected']

/** Whatever follows a document that arrived would follow none. */
const nothingLeft: Delivery = {
  state: 'refused',
  code: 'orders-called-off',
  message:
    'All orders that this form was split into were cancelled or rejected, so nothing of it is sent: stop this run, and submit the form anew if it is still wanted.',
  retryable: false,
}

const going: readonly Submission['status'][] = ['approved', 'closed']

/** Whatever is still to be done first, so that a refusal of one does not hide that another is on its way. */
const untilAllArrived = ['none', 'under-way', 'refused', 'stopped'] as const

function named(number: string, delivery: Delivery): Delivery {
  return delivery.state === 'refused' ? { ...delivery, message: `${number}: ${delivery.message}` } : delivery
}
