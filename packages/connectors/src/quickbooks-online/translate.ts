import {
  type DocumentKind,
  type DocumentLine,
  decimalFromMoney,
  type LedgerDocument,
  type Money,
  moneyFromDecimal,
  type RemoteDocument,
  type RemoteReference,
  toldInWords,
  trackingMarks,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { documentUrl } from './document-url.ts'
import { headIds, idsThere, locationReference } from './tracking-reference.ts'
import type { Amount, Line, PurchaseOrder, Reference } from './wire.ts'

/** Where this company keeps classes: Preferences decide (Finance.xsd `AccountingInfoPrefs`). */
export interface ClassPlaces {
  header: boolean
  lines: boolean
}

export interface WritingPlace {
  /** Of a currency that is not the company's own; absent = what is there stays. */
  exchangeRate?: number | undefined
  classes: ClassPlaces
  /** The accounts payable account of a new order; an order that is there keeps its own. */
  payable?: Reference
}

/** A canonical purchase order as the service takes it. */
export function toPurchaseOrder(document: LedgerDocument, place: WritingPlace) {
  const { classes, exchangeRate, payable } = place
  const { classId, locationId } = headIds(document)
  return {
    ...present({ APAccountRef: payable === undefined ? undefined : { value: payable.value } }),
    DocNumber: document.number,
    VendorRef: { value: document.party.id },
    TxnDate: document.date,
    // Left out, the service takes the vendor's, and the amounts would mean other money.
    CurrencyRef: { value: document.currency },
    ...present({
      GlobalTaxCalculation: document.taxing && calculations[document.taxing],
      ExchangeRate: exchangeRate,
      DueDate: document.dueDate,
      SalesTermRef: reference(document.terms),
      // QuickBooks shows PrivateNote as “Memo” on a purchase order. Its `Memo` is shown as “Your message to
      // vendor” and printed on what the vendor gets: an internal memo must not go there.
      PrivateNote: document.memo === '' ? undefined : document.memo,
      ShipAddr: shipAddress(document.shipTo),
      ClassRef: classes.header ? referenceTo(classId) : undefined,
      // Finance.xsd: a location is the transaction's, a line has none.
      DepartmentRef: referenceTo(locationId),
    }),
    Line: document.lines.map((line) =>
      toLine(line, {
        // A project is a customer to the service: it stands on the lines, as a header has no place for it.
        ...present({ CustomerRef: reference(line.project ?? document.project) }),
        ...present({ TaxCodeRef: reference(line.taxCode) }),
        ...present({
          ClassRef: classes.lines ? referenceTo(idsThere(trackingMarks(line, document)).classId) : undefined,
        }),
      }),
    ),
  }
}
export type PurchaseOrderBody = ReturnType<typeof toPurchaseOrder>

/** Of a company outside of the United States alone; the service reckons `TxnTaxDetail` by the codes of the lines. */
const calculations = { 'by-lines': 'TaxExcluded', none: 'NotApplicable' } as const

interface LineMarks {
  TaxCodeRef?: { value: string }
  CustomerRef?: { value: string }
  ClassRef?: { value: string }
}

function toLine(line: DocumentLine, marks: LineMarks) {
  const Amount = Number(decimalFromMoney(line.amount))
  if (line.kind === 'item') {
    return {
      DetailType: 'ItemBasedExpenseLineDetail' as const,
      Amount,
      ...present({ Description: line.description || undefined }),
      ItemBasedExpenseLineDetail: {
        ItemRef: { value: line.item?.id ?? '' },
        Qty: Number(line.quantity),
        UnitPrice: Number(line.unitPrice),
        ...marks,
      },
    }
  }
  return {
    DetailType: 'AccountBasedExpenseLineDetail' as const,
    Amount,
    // Finance.xsd: an account line has no Qty and no UnitPrice.
    Description: toldInWords(line),
    AccountBasedExpenseLineDetail: {
      AccountRef: { value: line.account?.id ?? '' },
      ...marks,
    },
  }
}

function referenceTo(id: string | undefined): { value: string } | undefined {
  return id === undefined ? undefined : { value: id }
}

function reference(remote: RemoteReference | undefined): { value: string } | undefined {
  return remote === undefined ? undefined : { value: remote.id }
}

/** Finance.xsd `PhysicalAddress` has five free lines; what goes beyond them stays in the fifth. */
function shipAddress(shipTo: string | undefined): Record<string, string> | undefined {
  const lines = (shipTo ?? '').split(/\r?\n/).flatMap((line) => line.trim() || [])
  if (lines.length === 0) return undefined
  const five = lines.length <= 5 ? lines : [...lines.slice(0, 4), lines.slice(4).join(', ')]
  return Object.fromEntries(five.map((line, index) => [`Line${index + 1}`, line]))
}

/** What the service holds, in our words. Only the two kinds of lines that we write are read. */
export function fromPurchaseOrder(
  order: PurchaseOrder,
  place: { kind: DocumentKind; homeCurrency: string; booksUrl: string; companyId: string },
): RemoteDocument {
  const currency = order.CurrencyRef?.value ?? place.homeCurrency
  const total = money(order.TotalAmt, currency)
  const tax = money(order.TxnTaxDetail?.TotalTax ?? 0, currency)
  const { kind, booksUrl, companyId } = place
  const isTaxed = (order.GlobalTaxCalculation ?? calculations.none) !== calculations.none
  return {
    reference: {
      id: order.Id,
      revision: order.SyncToken,
      ...present({ name: order.DocNumber }),
    },
    kind,
    ...present({
      number: order.DocNumber,
      date: order.TxnDate?.slice(0, 10),
      dueDate: order.DueDate?.slice(0, 10),
      memo: order.PrivateNote,
      shipTo: shipThere(order),
      terms: order.SalesTermRef && remoteReference(order.SalesTermRef),
    }),
    classes: marksOfHead(order),
    party: remoteReference(order.VendorRef),
    status: order.POStatus === 'Closed' ? 'closed' : 'open',
    net: { minor: total.minor - tax.minor, currency },
    // Also of one without tax: who puts tax codes on it there changes this.
    ...(order.GlobalTaxCalculation === undefined ? {} : { total }),
    lines: order.Line.flatMap((line) => fromLine(line, { currency, isTaxed })),
    url: documentUrl({ booksUrl, companyId, kind, id: order.Id }),
  }
}

function fromLine(
  line: Line,
  { currency, isTaxed }: { currency: string; isTaxed: boolean },
): RemoteDocument['lines'] {
  const amount = money(line.Amount ?? 0, currency)
  const taxOf = ({ TaxCodeRef }: { TaxCodeRef?: Reference } = {}) =>
    present({ taxCode: isTaxed && TaxCodeRef !== undefined ? remoteReference(TaxCodeRef) : undefined })
  const description = present({ id: line.Id, description: line.Description })
  if (line.DetailType === 'ItemBasedExpenseLineDetail') {
    const detail = line.ItemBasedExpenseLineDetail
    const item = detail?.ItemRef && remoteReference(detail.ItemRef)
    const quantity = detail?.Qty === undefined ? undefined : String(detail.Qty)
    const unitPrice = detail?.UnitPrice === undefined ? undefined : String(detail.UnitPrice)
    return [
      {
        kind: 'item',
        ...present({ item, quantity, unitPrice }),
        ...description,
        ...marksThere(detail),
        ...taxOf(detail),
        amount,
      },
    ]
  }
  if (line.DetailType === 'AccountBasedExpenseLineDetail') {
    const detail = line.AccountBasedExpenseLineDetail
    const account = detail?.AccountRef && remoteReference(detail.AccountRef)
    return [
      {
        kind: 'expense',
        ...present({ account }),
        ...description,
        ...marksThere(detail),
        ...taxOf(detail),
        amount,
      },
    ]
  }
  return []
}

/** Whether classes stand on lines at all is the company's choice: none says nothing. */
function marksThere({ ClassRef, CustomerRef }: { ClassRef?: Reference; CustomerRef?: Reference } = {}) {
  return {
    ...present({ classes: ClassRef && [remoteReference(ClassRef)] }),
    projects: CustomerRef === undefined ? [] : [remoteReference(CustomerRef)],
  }
}

function marksOfHead({ ClassRef, DepartmentRef }: PurchaseOrder): RemoteReference[] {
  const at = DepartmentRef && remoteReference(DepartmentRef)
  return [
    ...(ClassRef === undefined ? [] : [remoteReference(ClassRef)]),
    ...(at === undefined ? [] : [{ ...at, id: locationReference(at.id) }]),
  ]
}

function shipThere({ ShipAddr: at = {} }: PurchaseOrder): string | undefined {
  const lines = [at.Line1, at.Line2, at.Line3, at.Line4, at.Line5].filter((line) => line !== undefined)
  return lines.length === 0 ? undefined : lines.join('\n')
}

export function remoteReference({ value, name }: Reference): RemoteReference {
  return { id: value, ...present({ name: name?.slice(0, 1000) }) }
}

export function money(amount: Amount, currency: string): Money {
  return moneyFromDecimal(String(amount), currency)
}
