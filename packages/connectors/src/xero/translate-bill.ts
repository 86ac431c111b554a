import type { DocumentKind, LedgerDocument, RemoteDocument } from '@fieldledger/accounting'
import { present } from '../present.ts'
import { documentUrl } from './document-url.ts'
import { calendarDate, fromLine, isPosted, money, type TaxTypeOf, toLine } from './translate.ts'
import type { Bill } from './wire.ts'

/** A canonical bill as the service takes it. `Reference` is of sales invoices alone: the number is `InvoiceNumber` (G-05). */
export function toBill(document: LedgerDocument, taxTypeOf: TaxTypeOf) {
  return {
    Type: 'ACCPAY' as const,
    InvoiceNumber: document.number,
    Contact: { ContactID: document.party.id },
    Date: document.date,
    ...present({ DueDate: document.dueDate }),
    LineAmountTypes: 'Exclusive' as const,
    CurrencyCode: document.currency,
    LineItems: document.lines.map((line) => toLine(line, { document, taxTypeOf })),
  }
}

/** What the service holds, in our words. */
export function fromBill(
  bill: Bill,
  place: { kind: DocumentKind; homeCurrency: string; booksUrl: string; companyId: string },
): RemoteDocument {
  const currency = bill.CurrencyCode ?? place.homeCurrency
  const { kind, booksUrl, companyId } = place
  return {
    reference: {
      id: bill.InvoiceID,
      ...present({ name: bill.InvoiceNumber, revision: bill.UpdatedDateUTC }),
    },
    kind,
    ...present({
      number: bill.InvoiceNumber,
      date: calendarDate(bill.DateString ?? bill.Date),
      dueDate: calendarDate(bill.DueDateString ?? bill.DueDate),
    }),
    party: { id: bill.Contact.ContactID, ...present({ name: bill.Contact.Name }) },
    status: statuses[bill.Status] ?? 'open',
    stateThere: stateOf(bill),
    net: money(bill.SubTotal, currency),
    total: money(bill.Total, currency),
    lines: bill.LineItems.filter(isPosted).map((line) =>
      fromLine(line, { currency, isInclusive: bill.LineAmountTypes === 'Inclusive' }),
    ),
    url: documentUrl({ booksUrl, companyId, kind, id: bill.InvoiceID }),
  }
}

const statuses: Readonly<Record<string, RemoteDocument['status']>> = {
  PAID: 'closed',
  VOIDED: 'removed',
  DELETED: 'removed',
}

/** As the service's own pages call them (reference §2.5). */
const words: Readonly<Record<string, string>> = {
  DRAFT: 'Draft',
  SUBMITTED: 'Awaiting Approval',
  AUTHORISED: 'Awaiting Payment',
  PAID: 'Paid',
  VOIDED: 'Voided',
  DELETED: 'Deleted',
}

function stateOf({ Status, RepeatingInvoiceID }: Bill): string {
  const isUnpaid = Status === 'DRAFT' || Status === 'SUBMITTED' || Status === 'AUTHORISED'
  return RepeatingInvoiceID !== undefined && isUnpaid ? 'Repeating' : (words[Status] ?? Status)
}
