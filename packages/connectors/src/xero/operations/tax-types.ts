import {
  DocumentRejected,
  type LedgerDocument,
  NoSuchTaxRate,
  type Operation,
  type OperationContext,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { type TaxTypeOf, untaxed } from '../translate.ts'
import { Accounts } from '../wire.ts'
import { type TaxRate, TaxRates } from '../wire-money.ts'
import { isForPurchases, mayStandOn } from './tax-rules.ts'

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
  return ({ taxRate = '0', account, taxCode }) => {
    const fitting = types.get(taxRate) ?? []
    const on = classes.get(account?.id ?? '')
    const standing = fitting.filter((type) => mayStandOn(type, on))
    // Where none may stand there, the service says so best.
    const candidates = standing.length > 0 ? standing : fitting.slice(0, 1)
    const chosen = candidates.find(({ TaxType }) => TaxType === taxCode?.id)
    const [first, ...others] = candidates
    if (first === undefined) return untaxed
    if (chosen === undefined && others.length > 0) throw notChosen(taxRate, candidates)
    return (chosen ?? first).TaxType
  }
}

/** They differ in the tax return: none is guessed. */
function notChosen(rate: string, candidates: readonly TaxRate[]): DocumentRejected {
  const names = candidates.map(({ TaxType, Name }) => Name ?? TaxType).join(', ')
  return new DocumentRejected(
    `In Xero a line of ${rate} % may bear ${names}, and none of them is chosen: press Check now under Connections, choose one under Mapping rules, then send again.`,
    { field: 'TaxType', params: { rate } },
  )
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
