import { type DocumentKind, NotAllowed } from '@fieldledger/accounting'
import { bills } from '../bills.ts'
import type { DocumentRecord } from '../document-record.ts'
import { purchaseOrders } from '../purchase-orders.ts'

/** As what a document of ours is kept there. A service order has no record of its own. */
const records: Partial<Record<DocumentKind, DocumentRecord>> = {
  'purchase-order': purchaseOrders,
  'service-order': purchaseOrders,
  bill: bills,
}

export function recordOf(kind: DocumentKind): DocumentRecord {
  const record = records[kind]
  if (record !== undefined) return record
  throw new NotAllowed(
    'Fieldledger does not send this kind of document to QuickBooks. Use a form of the type purchase order, service order or bill.',
    { params: { kind } },
  )
}
