import type { DocumentLine, LedgerDocument, OrderLine, RemoteDocument } from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { ReadingPlace, WritingPlace } from './document-record.ts'
import { fromPurchaseOrder, isExpense, isItem, money, toPurchaseOrder } from './translate.ts'
import type { Bill } from './wire.ts'

/** A canonical bill as the service takes it: an order's fields, without the place to ship to and its employee. */
export function toBill(document: LedgerDocument, place: WritingPlace) {
  const {
    shippingAddress: _none,
    employee: _nobody,
    item,
    expense,
    ...header
  } = toPurchaseOrder(document, place)
  const [items, expenses] = [document.lines.filter(isItem), document.lines.filter(isExpense)]
  return {
    ...header,
    item: { items: item.items.map((line, at) => ({ ...line, ...linkOfItem(items[at]) })) },
    expense: { items: expense.items.map((line, at) => ({ ...line, ...linkOfExpense(expenses[at]) })) },
  }
}
export type BillBody = ReturnType<typeof toBill>

/** `vendorBill-itemElement`: `orderDoc` is a reference there, `orderLine` a number. */
function linkOfItem({ orderLine }: Partial<DocumentLine> = {}) {
  return orderLine === undefined
    ? {}
    : { orderDoc: { id: orderLine.order }, orderLine: Number(orderLine.line) }
}

/** `vendorBill-expenseElement`: both are texts. */
function linkOfExpense({ orderLine }: { orderLine?: OrderLine } = {}) {
  return orderLine === undefined ? {} : { orderDoc: orderLine.order, orderLine: orderLine.line }
}

/** What the service holds, in our words. `total` is with tax, and there is no subtotal. */
export function fromBill(bill: Bill, place: ReadingPlace): RemoteDocument {
  const { userTotal, total = userTotal, ...rest } = bill
  const read = fromPurchaseOrder({ ...rest, ...present({ total }) }, place)
  const stateThere = stateOf(bill)
  return {
    ...read,
    status: isPaid(bill) ? 'closed' : 'open',
    ...(bill.status?.id === 'D' ? { awaitsApproval: true } : {}),
    ...present({ stateThere, total: total === undefined ? undefined : money(total, read.net.currency) }),
  }
}

export function isPaid({ status }: Bill): boolean {
  return status?.id === 'B'
}

/** The service's own words; those of the ids are of its help pages, for an answer without names. */
function stateOf({ status }: Bill): string | undefined {
  return status?.refName ?? words[status?.id ?? '']
}

const words: Readonly<Record<string, string>> = {
  A: 'Open',
  B: 'Paid In Full',
  C: 'Cancelled',
  D: 'Pending Approval',
  E: 'Rejected',
}
