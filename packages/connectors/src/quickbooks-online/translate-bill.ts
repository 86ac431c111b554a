import type { LedgerDocument, RemoteDocument } from '@fieldledger/accounting'
import { fromPurchaseOrder, money, toPurchaseOrder, type WritingPlace } from './translate.ts'
import type { Bill } from './wire.ts'

/** A canonical bill as the service takes it: an order's fields, without the place to ship to. Its memo is `PrivateNote`. */
export function toBill(document: LedgerDocument, place: WritingPlace) {
  const { ShipAddr: _none, ...body } = toPurchaseOrder(document, place)
  return body
}
export type BillBody = ReturnType<typeof toBill>

/** What the service holds, in our words. */
export function fromBill(bill: Bill, place: Parameters<typeof fromPurchaseOrder>[1]): RemoteDocument {
  const read = fromPurchaseOrder(bill, place)
  const { currency } = read.net
  const total = money(bill.TotalAmt, currency)
  const due = money(bill.Balance ?? bill.TotalAmt, currency)
  const isPaid = due.minor === 0 && total.minor !== 0
  return {
    ...read,
    status: isPaid ? 'closed' : 'open',
    stateThere: isPaid ? 'Paid' : due.minor < total.minor ? 'Partially paid' : 'Open',
    total,
  }
}
