import { DocumentInUse } from '@fieldledger/accounting'
import type { DocumentRecord, HeldDocument } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromBill, isPaid, toBill } from './translate-bill.ts'
import { Bill } from './wire.ts'

export const bills: DocumentRecord = {
  name: 'Vendor bill',
  path: 'vendorBill',
  type: 'VendBill',
  // It is the vendor's own, “Reference No.”
  isNumberOfVendor: true,
  isApproved: true,
  // biome-ignore lint/correctness/useYield: an operation that asks nothing
  toSend: function* (document, place) {
    return { body: toBill(document, place) }
  },
  read: function* (request) {
    return held(yield* exchange(request, Bill))
  },
}

function held(bill: Bill): HeldDocument {
  const { id, tranId: number = id, lastModifiedDate, currency } = bill
  return {
    id,
    number,
    revision: lastModifiedDate,
    currency: currency?.id,
    inOurWords: (place) => fromBill(bill, place),
    standing: standingOf(bill),
    // Whether a part of it is paid does not stand in it: then the service itself refuses.
    inUse: () => (isPaid(bill) ? paid(number) : undefined),
    closing: () => undefined,
  }
}

const standings: Readonly<Record<string, string>> = {
  A: 'open',
  B: 'paid',
  C: 'cancelled',
  D: 'awaiting-approval',
  E: 'rejected',
}

function standingOf({ status }: Bill): string {
  return status === undefined ? 'open' : (standings[status.id] ?? status.id)
}

function paid(number: string): DocumentInUse {
  return new DocumentInUse(
    `Vendor bill ${number} is paid in NetSuite, so it stays as it is. Remove the payment there first, or enter a vendor credit.`,
    { entry: 'moved-on', params: { number } },
  )
}
