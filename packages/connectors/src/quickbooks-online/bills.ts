import { DocumentInUse } from '@fieldledger/accounting'
import type { DocumentRecord } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromBill, toBill } from './translate-bill.ts'
import { DeletedBill, OneBill, queryAnswers } from './wire.ts'

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
  inUse({ Id, DocNumber: number = Id, TotalAmt, Balance = TotalAmt }) {
    if (Number(Balance) >= Number(TotalAmt)) return undefined
    return new DocumentInUse(
      `Bill ${number} is paid in QuickBooks, wholly or in part, so it stays as it is. Remove the payment there first, or enter a vendor credit.`,
      { params: { number } },
    )
  },
}
