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

/** A tax that is part of several codes is one tax: it is rounded on the lines of all of them. */
function onSums({ connection, submission }: DraftInputs, lines: readonly DraftLine[]): Money[] {
  const { currency } = submission
  const taxes = new Map<string, { net: Money; percent: string }>()
  for (const { amount, taxCode, taxRate = '0' } of lines) {
    if (amount === undefined) continue
    const code = connection.ledger?.taxCodes?.find(({ id }) => id === taxCode?.id)
    for (const [position, percent] of (code?.parts ?? [taxRate]).entries()) {
      const rateId = code?.rateIds?.[position]
      const key = rateId === undefined ? `code ${code?.id ?? taxRate} ${position}` : `rate ${rateId}`
      const before = taxes.get(key)?.net ?? { minor: 0, currency }
      taxes.set(key, { net: sumMoney([before, amount], currency), percent })
    }
  }
  return [...taxes.values()].map(({ net, percent }) => percentOf(net, percent))
}
