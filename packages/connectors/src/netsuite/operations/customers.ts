import type { OperationPlan } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { quoted } from '../requests.ts'
import { fromCustomer } from '../translate-catalogue.ts'
import { CustomerRow } from '../wire.ts'

/** Lines name a customer for the job; the reference knows customers by id or company name. */
export const findCustomers: OperationPlan<'customer.find'> = function* ({ name }) {
  const text = quoted(name.trim())
  const q = `SELECT id, entityid, companyname, isinactive FROM customer WHERE companyname = ${text} OR entityid = ${text} ORDER BY id`
  return (yield* rowsOf('find', { q, row: CustomerRow })).rows.map(fromCustomer)
}
