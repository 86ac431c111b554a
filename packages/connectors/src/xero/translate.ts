import {
  type DocumentKind,
  type DocumentLine,
  decimalFromMoney,
  type LedgerDocument,
  type Money,
  moneyFromDecimal,
  type RemoteDocument,
  trackingMarks,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { documentUrl } from './document-url.ts'
import { trackingOf, trackingThere } from './tracking-reference.ts'
import type { LineItem, PurchaseOrder } from './wire.ts'

/** The service's tax type of a line's rate in per cent. */
/** Of no tax at all; every organisation has it (reference §2.5). */
export const untaxed = 'NONE'

export type TaxTypeOf = (line: Pick<DocumentLine, 'taxRate' | 'account' | 'taxCode'>) => string

/** A canonical purchase order as the service takes it. Its status is said by who creates it. */
export function toPurchaseOrder(document: LedgerDocument, taxTypeOf: TaxTypeOf) {
  return {
    PurchaseOrderNumber: document.number,
    Contact: { ContactID: document.party.id },
    Date: document.date,
    LineAmountTypes: 'Exclusive' as const,
    CurrencyCode: document.currency,
    ...present({
      // An order has neither a due date nor a memo there (reference §4): this is where both land.
      DeliveryDate: document.dueDate,
      DeliveryInstructions: document.memo || undefined,
      DeliveryAddress: document.shipTo?.trim() || undefined,
      Reference: jobOf(document),
    }),
    LineItems: document.lines.map((line) => toLine(line, { document, taxTypeOf })),
  }
}
/** An order there has one job, ours names it on every line. */
function jobOf({ project, lines }: LedgerDocument): string | undefined {
  return (project ?? lines.find((line) => line.project !== undefined)?.project)?.name
}

export type PurchaseOrderBody = ReturnType<typeof toPurchaseOrder>

export function toLine(
  line: DocumentLine,
  { document, taxTypeOf }: { document: LedgerDocument; taxTypeOf: TaxTypeOf },
) {
  const marks = trackingMarks(line, document)
  return {
    Description: describe(line),
    Quantity: Number(line.quantity),
    UnitAmount: Number(line.unitPrice),
    // Sent too, so that another way of rounding there is refused instead of posted.
    LineAmount: Number(decimalFromMoney(line.amount)),
    ...(line.kind === 'item' ? { ItemCode: line.item?.id ?? '' } : { AccountCode: line.account?.id ?? '' }),
    // Without it the account's own tax would be added.
    TaxType: taxTypeOf(line),
    ...present({ Tracking: marks.length === 0 ? undefined : marks.map(trackingOf) }),
  }
}

/** A description must be there, and a unit has no field of its own; an item has its unit in its name. */
export function describe({ kind, description, quantity, unit, item, account }: DocumentLine): string {
  const text = description || (item ?? account)?.name || '-'
  return kind === 'item' || unit === undefined ? text : `${text} (${quantity} ${unit})`
}

/** What the service holds, in our words. A line without item, account and amount is a remark, and not read. */
export function fromPurchaseOrder(
  order: PurchaseOrder,
  place: { kind: DocumentKind; homeCurrency: string; booksUrl: string; companyId: string },
): RemoteDocument {
  const currency = order.CurrencyCode ?? place.homeCurrency
  const { kind, booksUrl, companyId } = place
  return {
    reference: {
      id: order.PurchaseOrderID,
      ...present({ name: order.PurchaseOrderNumber, revision: order.UpdatedDateUTC }),
    },
    kind,
    ...present({
      number: order.PurchaseOrderNumber,
      date: calendarDate(order.DateString ?? order.Date),
      dueDate: calendarDate(order.DeliveryDateString ?? order.DeliveryDate),
      memo: order.DeliveryInstructions,
      shipTo: order.DeliveryAddress,
    }),
    party: { id: order.Contact.ContactID, ...present({ name: order.Contact.Name }) },
    status: statuses[order.Status] ?? 'open',
    stateThere: stateOfOrder(order),
    net: money(order.SubTotal, currency),
    ...present({ total: order.Total === undefined ? undefined : money(order.Total, currency) }),
    lines: order.LineItems.filter(isPosted).map((line) => ({
      ...fromLine(line, { currency, isInclusive: order.LineAmountTypes === 'Inclusive' }),
      projects: order.Reference ? [{ id: order.Reference, name: order.Reference }] : [],
    })),
    url: documentUrl({ booksUrl, companyId, kind, id: order.PurchaseOrderID }),
  }
}

const statuses: Readonly<Record<string, RemoteDocument['status']>> = { BILLED: 'closed', DELETED: 'removed' }

/** As the service's own pages call them. */
const words: Readonly<Record<string, string>> = {
  DRAFT: 'Draft',
  SUBMITTED: 'Awaiting Approval',
  AUTHORISED: 'Approved',
  BILLED: 'Billed',
  DELETED: 'Deleted',
}

export function stateOfOrder({ Status }: PurchaseOrder): string {
  return words[Status] ?? Status
}

export function isPosted({ ItemCode, AccountCode, LineAmount }: LineItem): boolean {
  return Boolean(ItemCode) || Boolean(AccountCode) || (LineAmount ?? 0) !== 0
}

/** A line is an item line when it names an item; it has the item's account then, too. */
export function fromLine(
  line: LineItem,
  { currency, isInclusive }: { currency: string; isInclusive: boolean },
): RemoteDocument['lines'][number] {
  const amount = money(line.LineAmount ?? 0, currency)
  const tax = isInclusive ? money(line.TaxAmount ?? 0, currency).minor : 0
  const { ItemCode, AccountCode, Quantity, UnitAmount, TaxType } = line
  const reference = { id: ItemCode || AccountCode || '' }
  return {
    ...(ItemCode ? { kind: 'item', item: reference } : { kind: 'expense', account: reference }),
    ...present({
      description: line.Description,
      quantity: Quantity === undefined ? undefined : String(Quantity),
      unitPrice: UnitAmount === undefined ? undefined : String(UnitAmount),
      taxCode: TaxType === undefined || TaxType === untaxed ? undefined : { id: TaxType },
    }),
    classes: trackingThere(line),
    amount: { minor: amount.minor - tax, currency },
  }
}

/** `2026-11-02T00:00:00`, or the milliseconds of that day's beginning in UTC: `/Date(1793577600000+0000)/`. */
export function calendarDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const milliseconds = /^\/Date\((-?\d+)/.exec(text)?.[1]
  if (milliseconds === undefined) return text.slice(0, 10)
  return new Date(Number(milliseconds)).toISOString().slice(0, 10)
}

export function money(amount: number, currency: string): Money {
  return moneyFromDecimal(String(amount), currency)
}
