import { DocumentInUse } from '@fieldledger/accounting'
import type { DocumentRecord } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { DeletedPurchaseOrder, OnePurchaseOrder, queryAnswers } from './wire.ts'

export const purchaseOrders: DocumentRecord = {
  name: 'Purchase order',
  entity: 'PurchaseOrder',
  path: 'purchaseorder',
  canBeClosed: true,
  toBody: toPurchaseOrder,
  inOurWords: fromPurchaseOrder,
  listed: function* (query) {
    return (yield* exchange(query, queryAnswers.PurchaseOrder)).QueryResponse.PurchaseOrder ?? []
  },
  one: function* (request) {
    return (yield* exchange(request, OnePurchaseOrder)).PurchaseOrder
  },
  removed: function* (request) {
    yield* exchange(request, DeletedPurchaseOrder)
  },
  standing({ POStatus, LinkedTxn = [] }) {
    if (POStatus === 'Closed') return 'closed'
    return LinkedTxn.length > 0 ? 'partly-billed' : 'open'
  },
  inUse({ Id, DocNumber: number = Id, LinkedTxn: [linked] = [] }) {
    if (linked === undefined) return undefined
    return new DocumentInUse(
      `Purchase order ${number} is linked to a bill in QuickBooks, so it stays as it is. Remove the bill there first, or leave the order.`,
      { entry: 'moved-on', params: { number, linkedId: linked.TxnId } },
    )
  },
}
