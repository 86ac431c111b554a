import type { OperationPlan } from '@fieldledger/accounting'
import { readClosedThrough } from './closed-through.ts'
import { baseCurrency, readCurrencies } from './currencies.ts'
import { readPurchaseTaxes } from './purchase-taxes.ts'
import { ownSubsidiary, readSubsidiaries } from './subsidiary.ts'

/** Who is connected, in which currency, and since when the books are open. An account without subsidiaries is called by its number. */
export const checkConnection: OperationPlan<'connect.check'> = function* (_input, context) {
  const all = yield* readSubsidiaries()
  const own = ownSubsidiary(all, context)
  const currencies = own === undefined ? undefined : yield* readCurrencies()
  const home = currencies === undefined ? yield* baseCurrency() : currencies.codeOf(own?.currency)
  const closedThrough = yield* readClosedThrough()
  const taxes = yield* readPurchaseTaxes(all.length > 1 ? own : undefined)
  return {
    id: context.companyId,
    name: own?.name ?? `NetSuite ${context.companyId}`,
    currency: home ?? context.currency,
    ...(currencies !== undefined && currencies.codes.length > 0 ? { currencies: [...currencies.codes] } : {}),
    ...(all.length > 1 ? { subsidiaries: all.map(({ id, name = id }) => ({ id, name })) } : {}),
    ...(closedThrough === undefined ? {} : { closedThrough }),
    ...taxes,
    documents: { 'purchase-order': true, 'service-order': true, receipt: true, bill: true },
  }
}
