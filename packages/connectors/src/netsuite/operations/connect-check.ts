import type { OperationPlan } from '@fieldledger/accounting'
import { baseCurrency, readCurrencies } from './currencies.ts'
import { rootSubsidiary } from './subsidiary.ts'

/** Who is connected, and in which currency. An account without subsidiaries is called by its number. */
export const checkConnection: OperationPlan<'connect.check'> = function* (_input, context) {
  const root = yield* rootSubsidiary()
  const currencies = root === undefined ? undefined : yield* readCurrencies()
  const home = currencies === undefined ? yield* baseCurrency() : currencies.codeOf(root?.currency)
  return {
    id: context.companyId,
    name: root?.name ?? `NetSuite ${context.companyId}`,
    currency: home ?? context.currency,
    ...(currencies !== undefined && currencies.codes.length > 0 ? { currencies: [...currencies.codes] } : {}),
    documents: { 'purchase-order': true, 'service-order': true, receipt: true, bill: true },
  }
}
