import { type Money, percentOf, sumMoney } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { takesLineTax } from '../connections/takes-line-tax.ts'
import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { isOfOrder } from './draft-receipt.ts'
import { rateProblems } from './rate-problems.ts'
import { spreadTax } from './spread-tax.ts'
import { taxAsLine } from './tax-as-line.ts'

export interface DraftedTax {
  lines: readonly DraftLine[]
  /** What the ledger adds to the lines. */
  onTop: Money
  notes: string[]
  problems: Problem[]
}

/**
 * The tax of a document (G-14). A ledger that takes it on the lines is told their rates; on a bill in any other it is
 * a line of its own or stands in the prices, so that the total equals the paper; an order goes without it.
 */
export function draftTax(
  inputs: DraftInputs,
  drafted: { lines: readonly DraftLine[]; rows: readonly MaterialRow[] },
): DraftedTax {
  const { submission, connection, request } = inputs
  const { currency, totals } = submission
  const { lines } = drafted
  const none = { lines, onTop: { minor: 0, currency }, notes: [], problems: [] }
  if (takesLineTax(connection, request.documentKind))
    return { ...none, onTop: sumMoney(lines.flatMap(taxOf), currency), problems: rateProblems(inputs, lines) }
  if (totals.tax.minor === 0 || isOfOrder(inputs)) return none
  if (request.documentKind === 'bill')
    return connection.rules.billTax?.as === 'spread'
      ? spreadTax(inputs, { ...drafted, none })
      : taxAsLine(inputs, none)
  if (connection.capabilities.purchaseTax) return none
  return {
    ...none,
    notes: [`${connection.providerLabel} has no purchase tax here: the amounts without tax are sent.`],
  }
}

function taxOf({ amount, taxRate = '0' }: DraftLine): Money[] {
  return amount === undefined ? [] : [percentOf(amount, taxRate)]
}
