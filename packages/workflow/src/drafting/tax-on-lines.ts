import { documentCapability, type Money, percentOf, sumMoney } from '@fieldledger/accounting'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'

/** What the ledger will add to the lines, by its own way of rounding (G-16). */
export function taxOnLines(inputs: DraftInputs, lines: readonly DraftLine[]): Money {
  const { connection, request, submission } = inputs
  const isSummed = documentCapability(connection.capabilities, request.documentKind)?.taxSummed === true
  const taxes = isSummed
    ? onSums(inputs, lines)
    : lines.flatMap(({ amount, taxRate = '0' }) => (amount === undefined ? [] : [percentOf(amount, taxRate)]))
  return sumMoney(taxes, submission.currency)
}

function onSums({ connection, submission }: DraftInputs, lines: readonly DraftLine[]): Money[] {
  const sums = new Map<string, { net: Money; parts: readonly string[] }>()
  for (const { amount, taxCode, taxRate = '0' } of lines) {
    if (amount === undefined) continue
    const of = taxCode?.id ?? taxRate
    const parts = connection.ledger?.taxCodes?.find(({ id }) => id === taxCode?.id)?.parts ?? [taxRate]
    const before = sums.get(of)?.net
    const net = before === undefined ? amount : sumMoney([before, amount], submission.currency)
    sums.set(of, { net, parts })
  }
  return [...sums.values()].flatMap(({ net, parts }) => parts.map((percent) => percentOf(net, percent)))
}
