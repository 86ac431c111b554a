import { type LedgerDocument, type Operation, WrongAccount } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { queryRequest } from '../requests.ts'
import { type Account, queryAnswers, type Reference } from '../wire.ts'

const query = "select * from Account where AccountType = 'Accounts Payable' and Active = true"

/** The API asks for APAccountRef on a purchase order (reference §1.3), and takes it on a bill: the oldest active one of the currency. */
export function* payableAccount({ currency }: LedgerDocument, home: string): Operation<Reference> {
  const answer = yield* exchange(queryRequest('payable-account', query), queryAnswers.Account)
  const active = (answer.QueryResponse.Account ?? []).filter(({ Active }) => Active !== false)
  const [oldest] = active.filter((account) => (currencyOf(account) ?? home) === currency).toSorted(byId)
  if (oldest !== undefined) return { value: oldest.Id, name: oldest.Name }
  throw new WrongAccount(
    `QuickBooks has no active Accounts Payable account in ${currency}, and the document needs one. Make one active in its chart of accounts, then send again.`,
    { params: { record: 'account', currency } },
  )
}

function currencyOf(account: Account): string | undefined {
  return account.CurrencyRef?.value
}

function byId(left: Account, right: Account): number {
  return left.Id.localeCompare(right.Id, 'en', { numeric: true })
}
