import type { DocumentLine, LedgerDocument, RemoteDocument } from '@fieldledger/accounting'
import { fromPurchaseOrder, money, toPurchaseOrder, type WritingPlace } from './translate.ts'
import type { Bill } from './wire.ts'

/** A canonical bill as the service takes it: an order's fields, without the place to ship to. Its memo is `PrivateNote`. */
export function toBill(document: LedgerDocument, place: WritingPlace) {
  const { header, lines } = place.classes
  // Finance.xsd `Bill` has no class of its own.
  const classes = { header: false, lines: header || lines }
  const { ShipAddr: _none, ...body } = toPurchaseOrder(document, { ...place, classes })
  return { ...body, Line: body.Line.map((line, at) => ({ ...line, ...linkOf(document.lines[at]) })) }
}
/** The line of the order that it bills is closed there by it (reference §1.3). */
function linkOf({ orderLine }: Partial<DocumentLine> = {}) {
  if (orderLine === undefined) return {}
  const { order, line } = orderLine
  return { LinkedTxn: [{ TxnId: order, TxnType: 'PurchaseOrder', TxnLineId: line }] }
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
