import {
  DocumentRejected,
  type LedgerDocument,
  type Operation,
  type OperationContext,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { rateRequest } from '../requests.ts'
import { OneExchangeRate } from '../wire-exchange-rate.ts'

/**
 * The rate of the document's day, by the company's own list. A transaction that names none is kept at 1 by the service
 * (WordPress/wordcamp.org#1325), whatever the currency is worth. undefined = it is in the home currency.
 */
export function* readExchangeRate(
  { currency, date }: LedgerDocument,
  context: OperationContext,
): Operation<number | undefined> {
  if (currency === context.currency) return undefined
  const { ExchangeRate } = yield* exchange(rateRequest('exchange-rate', { currency, date }), OneExchangeRate)
  const rate = Number(ExchangeRate.Rate ?? 0)
  if (rate > 0) return rate
  throw new DocumentRejected(
    `QuickBooks has no exchange rate of ${currency} for ${date}. Enter it there under Currencies, then send again.`,
    { field: 'ExchangeRate', entry: 'no-exchange-rate', params: { currency, date } },
  )
}
