import type { OperationPlan } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { calendarDate } from '../translate.ts'
import { Organisations } from '../wire.ts'
import { readPurchaseTaxes } from './purchase-taxes.ts'

/** Who is connected, and in which currency, since when the books are open, and which taxes it knows. Every plan has purchase orders. */
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
  const taxes = yield* readPurchaseTaxes(context)
  return {
    id: context.companyId,
    name: organisation.Name,
    currency: organisation.BaseCurrency ?? context.currency,
    ...(locked === undefined ? {} : { closedThrough: locked }),
    ...taxes,
    documents: { 'purchase-order': true, 'service-order': true, bill: true },
  }
}
