import {
  type DocumentLine,
  decimalFromMoney,
  type LedgerDocument,
  type Money,
  memoThere,
  moneyFromDecimal,
  type RemoteDocument,
  type RemoteReference,
  toldInWords,
  trackingMarks,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { ReadingPlace, WritingPlace } from './document-record.ts'
import { documentUrl } from './document-url.ts'
import { markFields, marksThere } from './mark-reference.ts'
import type { ExpenseLine, ItemLine, PurchaseOrder } from './wire.ts'

/** A canonical purchase order as the service takes it. */
export function toPurchaseOrder(document: LedgerDocument, { currency, subsidiary }: WritingPlace) {
  const shipTo = document.shipTo?.trim()
  return {
    tranId: document.number,
    entity: { id: document.party.id },
    tranDate: document.date,
    // The vendor's own would be taken otherwise.
    currency: { id: currency },
    ...markFields(trackingMarks(document)),
    ...present({
      subsidiary: subsidiary === undefined ? undefined : { id: subsidiary },
      dueDate: document.dueDate,
      terms: idOnly(document.terms),
      employee: idOnly(document.employee),
      memo: memoThere(document),
      shippingAddress: shipTo ? { override: true, addrText: shipTo } : undefined,
    }),
    item: { items: document.lines.filter(isItem).map((line) => toItemLine(line, document)) },
    expense: { items: document.lines.filter(isExpense).map((line) => toExpenseLine(line, document)) },
  }
}
export type PurchaseOrderBody = ReturnType<typeof toPurchaseOrder>

export function isItem({ kind }: DocumentLine): boolean {
  return kind === 'item'
}

export function isExpense(line: DocumentLine): boolean {
  return !isItem(line)
}

function toItemLine(line: DocumentLine, document: LedgerDocument) {
  return {
    item: { id: line.item?.id ?? '' },
    quantity: Number(line.quantity),
    rate: Number(line.unitPrice),
    // Sent too, so that another way of rounding there shows when the order is read back.
    amount: Number(decimalFromMoney(line.amount)),
    ...present({ description: line.description || undefined }),
    ...marksOf(line, document),
  }
}

function toExpenseLine(line: DocumentLine, document: LedgerDocument) {
  return {
    account: { id: line.account?.id ?? '' },
    amount: Number(decimalFromMoney(line.amount)),
    ...present({ memo: toldInWords(line) || undefined }),
    ...marksOf(line, document),
  }
}

/** Lines carry the marks and the project, which is a customer to the service: a header has no place for it. */
function marksOf(line: DocumentLine, document: LedgerDocument) {
  return {
    ...markFields(trackingMarks(line, document)),
    ...present({
      customer: idOnly(line.project ?? document.project),
      // Without it the vendor's own is taken, or the line is refused. Of an account without tax there is none.
      taxCode: idOnly(line.taxCode),
    }),
  }
}

function idOnly(reference: RemoteReference | undefined): { id: string } | undefined {
  return reference === undefined ? undefined : { id: reference.id }
}

/** What the service holds, in our words: items before expenses, which are two lists there. */
export function fromPurchaseOrder(order: PurchaseOrder, place: ReadingPlace): RemoteDocument {
  const { kind, currency, booksUrl, companyId } = place
  const items = order.item?.items ?? []
  const expenses = order.expense?.items ?? []
  return {
    reference: {
      id: order.id,
      ...present({ name: order.tranId, revision: order.lastModifiedDate }),
    },
    kind,
    ...present({
      number: order.tranId,
      date: order.tranDate?.slice(0, 10),
      dueDate: order.dueDate?.slice(0, 10),
      terms: order.terms && remoteReference(order.terms),
      employee: order.employee && remoteReference(order.employee),
      memo: order.memo,
      shipTo: order.shippingAddress?.addrText,
    }),
    classes: marksThere(order),
    party: remoteReference(order.entity),
    status: isClosed(order) ? 'closed' : 'open',
    ...(place.kind !== 'bill' && orderStatus(order) === 'A' ? { awaitsApproval: true } : {}),
    net: netOf(order, currency),
    ...totalOf(order, currency),
    lines: [
      ...items.map((line) => fromItemLine(line, currency)),
      ...expenses.map((line) => fromExpenseLine(line, currency)),
    ],
    url: documentUrl({ booksUrl, companyId, kind, id: order.id }),
  }
}

/** G fully billed, H closed. An order is closed by its lines, and the status may follow a moment later. */
export function isClosed(order: PurchaseOrder): boolean {
  const status = orderStatus(order)
  if (status === 'G' || status === 'H') return true
  const lines = linesOf(order)
  return lines.length > 0 && lines.every(({ isClosed }) => isClosed === true)
}

export function orderStatus(order: PurchaseOrder): string {
  return (order.orderStatus ?? order.status)?.id ?? ''
}

function linesOf(order: PurchaseOrder): (ItemLine | ExpenseLine)[] {
  return [...(order.item?.items ?? []), ...(order.expense?.items ?? [])]
}

/** With tax, of an account that has it on its lines. */
function totalOf(order: PurchaseOrder, currency: string): Pick<RemoteDocument, 'total'> {
  const { total } = order
  const isTaxed = linesOf(order).some(({ taxCode }) => taxCode !== undefined)
  return isTaxed && total !== undefined ? { total: money(total, currency) } : {}
}

function netOf(order: PurchaseOrder, currency: string): Money {
  const sum = (amounts: (number | undefined)[]) =>
    amounts.reduce((minor: number, amount) => minor + money(amount ?? 0, currency).minor, 0)
  const { subtotal, total, taxTotal = 0 } = order
  if (subtotal !== undefined) return money(subtotal, currency)
  if (total !== undefined) return { minor: sum([total, -taxTotal]), currency }
  return { minor: sum(linesOf(order).map(({ amount }) => amount)), currency }
}

function fromItemLine(line: ItemLine, currency: string): RemoteDocument['lines'][number] {
  return {
    kind: 'item',
    item: remoteReference(line.item),
    ...present({
      id: lineId(line),
      description: line.description,
      quantity: line.quantity === undefined ? undefined : String(line.quantity),
      unitPrice: line.rate === undefined ? undefined : String(line.rate),
    }),
    ...marksOn(line),
    amount: money(line.amount ?? 0, currency),
  }
}

function marksOn(line: ItemLine | ExpenseLine) {
  const { customer, taxCode } = line
  return {
    classes: marksThere(line),
    projects: customer === undefined ? [] : [remoteReference(customer)],
    ...present({ taxCode: taxCode && remoteReference(taxCode) }),
  }
}

function fromExpenseLine(line: ExpenseLine, currency: string): RemoteDocument['lines'][number] {
  const { account, memo, amount } = line
  return {
    kind: 'expense',
    ...present({
      id: lineId(line),
      account: account === undefined ? undefined : remoteReference(account),
      description: memo,
    }),
    ...marksOn(line),
    amount: money(amount ?? 0, currency),
  }
}

/** The key by which a bill or a receipt names the line. */
function lineId({ line }: ItemLine | ExpenseLine): string | undefined {
  return line === undefined ? undefined : String(line)
}

export function remoteReference({ id, refName }: { id: string; refName?: string }): RemoteReference {
  return { id, ...present({ name: refName }) }
}

export function money(amount: number, currency: string): Money {
  return moneyFromDecimal(String(amount), currency)
}
