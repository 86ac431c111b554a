import type { Company } from '../books/company.ts'
import type { Change } from '../books/record.ts'
import { movedBills } from './move-bills.ts'
import { movedOrders } from './move-orders.ts'

/** What a change brings with it in other records, or a refusal because they do not allow it. */
export function consequencesOf(company: Company, change: Change): Change[] {
  return [...movedOrders(company, change), ...movedBills(company, change)]
}
