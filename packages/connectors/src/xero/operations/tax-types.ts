import {
  type LedgerDocument,
  NoSuchTaxRate,
  type Operation,
  type OperationContext,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import type { TaxTypeOf } from '../translate.ts'
import { Accounts } from '../wire.ts'
import { type TaxRate, TaxRates } from '../wire-money.ts'
import { isForPurchases, mayStandOn } from './tax-rules.ts'

/** Of no tax at all; every organisation has it (reference §2.5). */
const untaxed = 'NONE'

/**
 * The tax types of the rates on the document's lines; they are looked up only when a line is taxed, and the classes of
 * the accounts only when a rate has several types.
 */
export function* readTaxTypes(document: LedgerDocument, context: OperationContext): Operation<TaxTypeOf> {
  const rates = new Set(document.lines.flatMap(({ taxRate }) => (isTaxed(taxRate) ? [taxRate] : [])))
  if (rates.size === 0) return () => untaxed
  const { TaxRates: known } = yield* exchange(
    readRequest('tax-rates', { path: 'TaxRates', context }),
    TaxRates,
  )
  const types = new Map([...rates].map((rate) => [rate, typesOf(rate, known)]))
  const isOpen = [...types.values()].some(({ length }) => length > 1)
  const classes = isOpen ? yield* readClasses(context) : new Map<string, string>()
  return ({ taxRate = '0', account }) => {
    const fitting = types.get(taxRate) ?? []
    const on = classes.get(account?.id ?? '')
    return (fitting.find((type) => mayStandOn(type, on)) ?? fitting[0])?.TaxType ?? untaxed
  }
}

function isTaxed(rate: string | undefined): rate is string {
  return rate !== undefined && Number(rate) !== 0
}

function* readClasses(context: OperationContext): Operation<Map<string, string>> {
  const answer = yield* exchange(readRequest('account-classes', { path: 'Accounts', context }), Accounts)
  return new Map(answer.Accounts.flatMap(({ Code, Class }) => (Code && Class ? [[Code, Class]] : [])))
}

function typesOf(rate: string, known: readonly TaxRate[]): TaxRate[] {
  const found = known.filter((each) => isForPurchases(each) && each.EffectiveRate === Number(rate))
  if (found.length > 0) return found
  throw new NoSuchTaxRate(
    `Xero has no active tax rate of ${rate} % for purchases. Add it under Tax rates in Xero, or correct the tax on the form, then send again.`,
    { field: 'TaxType', params: { rate } },
  )
}
