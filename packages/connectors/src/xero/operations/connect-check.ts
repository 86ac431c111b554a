import type { OperationPlan } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { calendarDate } from '../translate.ts'
import { Organisations } from '../wire.ts'
import { Currencies } from '../wire-money.ts'
import { readPurchaseTaxes } from './purchase-taxes.ts'

/** Who is connected, and in which currency, since when the books are open, which currencies and taxes it knows. Every plan has purchase orders. */
export const checkConnection: OperationPlan<'connect.check'> = function* (_input, context) {
  const answer = yield* exchange(
    readRequest('organisation', { path: 'Organisation', context }),
    Organisations,
  )
  const [organisation] = answer.Organisations
  if (organisation === undefined) throw unreadable('organisation: none')
  const locked = [organisation.PeriodLockDate, organisation.EndOfYearLockDate]
    .flatMap((date) => calendarDate(date) ?? [])
    .sort()
    .at(-1)
  const currency = organisation.BaseCurrency ?? context.currency
  const { Currencies: subscribed } = yield* exchange(
    readRequest('currencies', { path: 'Currencies', context }),
    Currencies,
  )
  const taxes = yield* readPurchaseTaxes(context)
  return {
    id: context.companyId,
    name: organisation.Name,
    currency,
    currencies: [...new Set([currency, ...subscribed.flatMap(({ Code }) => Code ?? [])])],
    ...(locked === undefined ? {} : { closedThrough: locked }),
    ...taxes,
    documents: { 'purchase-order': true, 'service-order': true, bill: true },
  }
}
