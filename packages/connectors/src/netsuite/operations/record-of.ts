import { recordOf as recordIn } from '../../record-of.ts'
import { bills } from '../bills.ts'
import type { DocumentRecord } from '../document-record.ts'
import { purchaseOrders } from '../purchase-orders.ts'
import { receipts } from '../receipts.ts'

/** A service order has no record of its own. */
export const recordOf = recordIn<DocumentRecord>('NetSuite', {
  'purchase-order': purchaseOrders,
  'service-order': purchaseOrders,
  receipt: receipts,
  bill: bills,
})
