import {
  type LedgerDocument,
  NoSuchTaxRate,
  type Operation,
  type OperationContext,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import type { TaxTypeOf } from '../translate-bill.ts'
import { type TaxRate, TaxRates } from '../wire.ts'

/** Of no tax at all; every organisation has it (reference §2.5). */
const untaxed = 'NONE'

/** The tax types of the rates on the document's lines; they are looked up only when a line is taxed. */
export function* readTaxTypes(document: LedgerDocument, context: OperationContext): Operation<TaxTypeOf> {
  const rates = new Set(document.lines.flatMap(({ taxRate }) => (isTaxed(taxRate) ? [taxRate] : [])))
  if (rates.size === 0) return () => untaxed
  const { TaxRates: known } = yield* exchange(
    readRequest('tax-rates', { path: 'TaxRates', context }),
    TaxRates,
  )
  const types = new Map([...rates].map((rate) => [rate, typeOf(rate, known)]))
  return (rate = '0') => types.get(rate) ?? untaxed
}

function isTaxed(rate: string | undefined): rate is string {
  return rate !== undefined && Number(rate) !== 0
}

/** What may stand on a purchase, as the organisation has it now. */
export function* readPurchaseTaxRates(context: OperationContext): Operation<string[]> {
  const { TaxRates: known } = yield* exchange(
    readRequest('tax-rates', { path: 'TaxRates', context }),
    TaxRates,
  )
  const rates = known.filter(isForPurchases).flatMap(({ EffectiveRate }) => EffectiveRate ?? [])
  return [...new Set(rates)].map(String)
}

function isForPurchases({ Status = 'ACTIVE', CanApplyToExpenses }: TaxRate): boolean {
  return Status === 'ACTIVE' && CanApplyToExpenses !== false
}

function typeOf(rate: string, known: readonly TaxRate[]): string {
  const found = known.find((each) => isForPurchases(each) && each.EffectiveRate === Number(rate))
  if (found !== undefined) return found.TaxType
  throw new NoSuchTaxRate(
    `Xero has no active tax rate of ${rate} % for purchases. Add it under Tax rates in Xero, or correct the tax on the form, then send again.`,
    { field: 'TaxType', params: { rate } },
  )
}
