import type { OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted } from '../requests.ts'
import { queryAnswers } from '../wire.ts'

/** A job is a customer or a customer's project to the service; its display name is unique. */
export const findCustomers: OperationPlan<'customer.find'> = function* ({ name }) {
  const byName = `select * from Customer where DisplayName = ${quoted(name.trim())} and Active in (true, false)`
  const { Customer = [] } = (yield* exchange(queryRequest('find', byName), queryAnswers.Customer))
    .QueryResponse
  return Customer.map(({ Id, DisplayName, Active }) => ({
    id: Id,
    ...(DisplayName === undefined ? {} : { name: DisplayName }),
    active: Active !== false,
  }))
}
