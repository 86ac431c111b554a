import { Decimal } from 'decimal.js'
import { decimalOf, toCents } from '../../../fake-service/decimal.ts'
import { type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'

interface Taxed {
  sent: JsonObject
  account: JsonObject | undefined
  /** The item's own tax type. */
  fallback: Json | undefined
  lineAmount: Decimal
  amountsAre: string
}

const flags: Readonly<Record<string, string>> = {
  ASSET: 'CanApplyToAssets',
  EQUITY: 'CanApplyToEquity',
  EXPENSE: 'CanApplyToExpenses',
  LIABILITY: 'CanApplyToLiabilities',
  REVENUE: 'CanApplyToRevenue',
}

export function settleTax(draft: Draft, taxed: Taxed): { TaxType: string; TaxAmount: number } {
  const { sent, account, fallback, lineAmount, amountsAre } = taxed
  if (amountsAre === 'NoTax') return { TaxType: 'NONE', TaxAmount: 0 }
  const type = textOf(sent.TaxType) || textOf(fallback) || textOf(account?.TaxType) || 'NONE'
  const rate = draft.tenant.find('TaxRate', type)
  if (rate?.Status !== 'ACTIVE') {
    draft.problems.push(
      `The TaxType code ${type} does not exist or cannot be used for this type of transaction.`,
    )
    return { TaxType: type, TaxAmount: 0 }
  }
  const flag = flags[textOf(account?.Class) ?? '']
  if (flag !== undefined && rate[flag] === false)
    draft.problems.push(
      `The TaxType code '${type}' cannot be used with account code '${textOf(account?.Code) ?? ''}'.`,
    )
  const share = (decimalOf(rate.EffectiveRate) ?? new Decimal(0)).dividedBy(100)
  const whole = amountsAre === 'Inclusive' ? lineAmount.dividedBy(share.plus(1)) : lineAmount
  const override = decimalOf(sent.TaxAmount)
  return { TaxType: type, TaxAmount: toCents(override ?? whole.times(share)).toNumber() }
}
