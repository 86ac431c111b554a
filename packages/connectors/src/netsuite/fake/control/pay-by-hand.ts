import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import { makeByHand } from './edit-by-hand.ts'

interface Paid {
  books: Books
  company: Company
  bill: JsonObject
  /** What is due, unless said. */
  amount?: number
}

/** A person pays a bill in the ledger's own pages, from the first bank account. */
export function payByHand({ books, company, bill, amount }: Paid): JsonObject {
  const line = { doc: { id: bill.id ?? '' }, ...(amount !== undefined && { amount }) }
  const input = { entity: bill.entity ?? null, apply: { items: [line] } }
  return makeByHand({ books, company, type: 'vendorPayment' }, input)
}
