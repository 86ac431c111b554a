import type { LedgerCompany, Operation, OperationContext } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { fromAccount } from '../translate-catalogue.ts'
import { Accounts } from '../wire.ts'
import { type TaxRate, TaxRates } from '../wire-money.ts'
import { isForPurchases, mayStandOn } from './tax-rules.ts'

/** What may stand on a purchase, as the organisation has it now, and on which accounts less of it. */
export function* readPurchaseTaxes(
  context: OperationContext,
): Operation<Required<Pick<LedgerCompany, 'purchaseTaxRates' | 'accountTaxRates'>>> {
  const { TaxRates: known } = yield* exchange(
    readRequest('tax-rates', { path: 'TaxRates', context }),
    TaxRates,
  )
  const { Accounts: accounts } = yield* exchange(
    readRequest('accounts', { path: 'Accounts', context }),
    Accounts,
  )
  const bought = known.filter(isForPurchases)
  const all = heights(bought)
  const accountTaxRates = accounts.flatMap((account) =>
    fromAccount(account).flatMap(({ reference, active }) => {
      const rates = heights(bought.filter((rate) => mayStandOn(rate, account.Class)))
      return active && rates.length < all.length ? [{ account: reference.id, rates }] : []
    }),
  )
  return { purchaseTaxRates: all, accountTaxRates }
}

function heights(rates: readonly TaxRate[]): string[] {
  return [...new Set(rates.flatMap(({ EffectiveRate }) => EffectiveRate ?? []))].map(String)
}
