import type { LedgerCompany, Operation, OperationContext, PurchaseTaxCode } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { fromAccount } from '../translate-catalogue.ts'
import { Accounts } from '../wire.ts'
import { type TaxRate, TaxRates } from '../wire-money.ts'
import { isForPurchases, mayStandOn } from './tax-rules.ts'

/** What may stand on a purchase, as the organisation has it now, and on which accounts less of it. */
export function* readPurchaseTaxes(
  context: OperationContext,
): Operation<Required<Pick<LedgerCompany, 'purchaseTaxRates' | 'accountTaxRates' | 'taxCodes'>>> {
  const { TaxRates: known } = yield* exchange(
    readRequest('tax-rates', { path: 'TaxRates', context }),
    TaxRates,
  )
  const { Accounts: accounts } = yield* exchange(
    readRequest('accounts', { path: 'Accounts', context }),
    Accounts,
  )
  const bought = known.filter(isForPurchases)
  const accountTaxRates = accounts.flatMap((account) =>
    fromAccount(account).flatMap(({ reference, active }) => {
      const taken = bought.filter((rate) => mayStandOn(rate, account.Class))
      if (!active || taken.length === bought.length) return []
      return [{ account: reference.id, rates: heights(taken), codes: codesOf(taken).map(({ id }) => id) }]
    }),
  )
  return { purchaseTaxRates: heights(bought), accountTaxRates, taxCodes: codesOf(bought) }
}

/** A line without tax is told so, whatever the organisation's names for nothing are. */
function codesOf(rates: readonly TaxRate[]): PurchaseTaxCode[] {
  return rates.flatMap(({ TaxType, Name, EffectiveRate = 0 }) =>
    EffectiveRate === 0 ? [] : [{ id: TaxType, name: Name ?? TaxType, rate: String(EffectiveRate) }],
  )
}

function heights(rates: readonly TaxRate[]): string[] {
  return [...new Set(rates.flatMap(({ EffectiveRate }) => EffectiveRate ?? []))].map(String)
}
