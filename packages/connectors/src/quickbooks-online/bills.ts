import { DocumentInUse } from '@fieldledger/accounting'
import type { DocumentRecord } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromBill, toBill } from './translate-bill.ts'
import { type Bill, DeletedBill, OneBill, queryAnswers } from './wire.ts'

export const bills: DocumentRecord = {
  name: 'Bill',
  entity: 'Bill',
  path: 'bill',
  canBeClosed: false,
  toBody: toBill,
  inOurWords: fromBill,
  listed: function* (query) {
    return (yield* exchange(query, queryAnswers.Bill)).QueryResponse.Bill ?? []
  },
  one: function* (request) {
    return (yield* exchange(request, OneBill)).Bill
  },
  removed: function* (request) {
    yield* exchange(request, DeletedBill)
  },
  standing: (bill) => (isPaid(bill) ? 'paid' : 'open'),
  inUse(bill) {
    if (!isPaid(bill)) return undefined
    const { Id, DocNumber: number = Id } = bill
    return new DocumentInUse(
      `Bill ${number} is paid in QuickBooks, wholly or in part, so it stays as it is. Remove the payment there first, or enter a vendor credit.`,
      { entry: 'moved-on', params: { number } },
    )
  },
}

/** Wholly or in part. */
function isPaid({ TotalAmt, Balance = TotalAmt }: Bill): boolean {
  return Number(Balance) < Number(TotalAmt)
}
