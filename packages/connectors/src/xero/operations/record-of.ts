import { recordOf as recordIn } from '../../record-of.ts'
import { bills } from '../bills.ts'
import type { DocumentRecord } from '../held-document.ts'
import { purchaseOrders } from '../purchase-orders.ts'

/** A service order has no record of its own. */
export const recordOf = recordIn<DocumentRecord>('Xero', {
  'purchase-order': purchaseOrders,
  'service-order': purchaseOrders,
  bill: bills,
})
