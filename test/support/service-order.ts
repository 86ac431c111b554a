import type { FormContent } from '@fieldledger/forms'
import type { Graph } from '@fieldledger/workflow'
import type { PracticeConnection } from '../../apps/local/src/practice/connect-practice-ledger.ts'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'
import { sendAtOnceAs } from './graphs.ts'

const period = { from: 'f_servfrom', until: 'f_servtill' }

/** A service order: the purchase order's fields, and the days of the service. */
export function serviceOrderForm(): FormContent {
  const order = purchaseOrderForm({ prefix: 'SO', costCodes: false })
  return {
    ...order,
    name: 'Service order',
    type: 'service-order',
    fields: [
      ...order.fields,
      { kind: 'date', id: period.from, label: 'Service from', defaultInDays: 0 },
      { kind: 'date', id: period.until, label: 'Service until', defaultInDays: 7 },
    ],
  }
}

/** An item that is linked and one that is not: neither is an item on a service order. */
export const serviceLines = [
  { material: '2x4x8 Stud', quantity: '12', unitPrice: '4.10' },
  { material: 'Safety netting 4 m', quantity: '1', unitPrice: '150' },
]

/** Submit, send: the same workflow as the purchase order's, for the other document. */
export function sendServiceAtOnce(
  connection: PracticeConnection,
  more: Record<string, string | undefined> = {},
): Graph {
  const mapping = { serviceFrom: period.from, serviceTo: period.until, ...more }
  return sendAtOnceAs(connection, { kind: 'service-order', mapping })
}
