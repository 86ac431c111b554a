import { DocumentInUse, NotAllowed } from '@fieldledger/accounting'
import { firstStatus } from './first-status.ts'
import type { DocumentRecord, HeldDocument } from './held-document.ts'
import { mergeBill } from './merge-document.ts'
import { exchange } from './read-answer.ts'
import { quoted } from './requests.ts'
import { fromBill, toBill } from './translate-bill.ts'
import { type Bill, Bills } from './wire.ts'

export const bills: DocumentRecord = {
  name: 'Bill',
  plural: 'Invoices',
  // Several bills may bear one number, and what is looked for was sent lately; only a page of a list has its lines
  // (reference §2.5), and unasked it has a hundred.
  search: ({ number, party }) => ({
    path: 'Invoices',
    query: {
      where: `Type=="ACCPAY" AND InvoiceNumber==${quoted(number)}`,
      ContactIDs: party.id,
      order: 'UpdatedDateUTC DESC',
      page: '1',
      pageSize: '1000',
    },
  }),
  between: ({ from, to }) => ({
    path: 'Invoices',
    query: { where: `Type=="ACCPAY" AND Date >= ${day(from)} AND Date <= ${day(to)}` },
  }),
  made: (document, taxTypeOf) => ({
    ...toBill(document, taxTypeOf),
    Status: firstStatus(document, 'awaiting-approval'),
  }),
  read: function* (request) {
    return (yield* exchange(request, Bills)).Invoices.map(held)
  },
}

/** As the service's questions write a day. */
function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return `DateTime(${year}, ${month}, ${dayOfMonth})`
}

function held(bill: Bill): HeldDocument {
  const { InvoiceID, Status } = bill
  const number = bill.InvoiceNumber ?? InvoiceID
  const isUnapproved = Status === 'DRAFT' || Status === 'SUBMITTED'
  const isPaid = Status === 'PAID' || (bill.AmountPaid ?? 0) > 0 || (bill.AmountCredited ?? 0) > 0
  return {
    id: InvoiceID,
    number,
    revision: bill.UpdatedDateUTC,
    isGone: Status === 'DELETED' || Status === 'VOIDED',
    hasDueDate: (bill.DueDateString ?? bill.DueDate) !== undefined,
    inOurWords: (place) => fromBill(bill, place),
    standing: standings[Status] ?? Status,
    changedTo: (document, taxTypeOf) => mergeBill(bill, { body: toBill(document, taxTypeOf), document }),
    marked: () => notAnOrder(number),
    removal: () => (isPaid ? paid(number) : { InvoiceID, Status: isUnapproved ? 'DELETED' : 'VOIDED' }),
  }
}

const standings: Readonly<Record<string, string>> = {
  DRAFT: 'draft',
  SUBMITTED: 'awaiting-approval',
  AUTHORISED: 'approved',
  PAID: 'paid',
}

function notAnOrder(number: string): NotAllowed {
  return new NotAllowed(`Bill ${number} bills an order and is billed by nothing. Mark its order instead.`)
}

function paid(number: string): DocumentInUse {
  return new DocumentInUse(
    `Bill ${number} is paid in Xero, wholly or in part, so it stays as it is. Remove the payment there first, or make a credit note in Xero.`,
    { entry: 'moved-on', params: { number } },
  )
}
