import { documentCapability, type LedgerDocument, type Money } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { takesLineTax } from '../connections/takes-line-tax.ts'
import type { Problem } from '../graph/problem.ts'
import { chosenTaxCodes } from './chosen-tax-codes.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { isOfOrder } from './draft-receipt.ts'
import { lineTaxCodes } from './line-tax-codes.ts'
import { rateProblems } from './rate-problems.ts'
import { spreadTax } from './spread-tax.ts'
import { taxAsLine } from './tax-as-line.ts'
import { taxOnLines } from './tax-on-lines.ts'

export interface DraftedTax extends Pick<LedgerDocument, 'taxing'> {
  lines: readonly DraftLine[]
  /** What the ledger adds to the lines. */
  onTop: Money
  notes: string[]
  problems: Problem[]
}

interface Drafted {
  lines: readonly DraftLine[]
  rows: readonly MaterialRow[]
}

/**
 * The tax of a document (G-14). A ledger that takes it on the lines is told their rates; on a bill in any other it is
 * a line of its own or stands in the prices, so that the total equals the paper; an order goes without it.
 */
export function draftTax(inputs: DraftInputs, drafted: Drafted): DraftedTax {
  const { submission, connection, request } = inputs
  const { currency, totals } = submission
  const { lines } = drafted
  const none = { lines, onTop: { minor: 0, currency }, notes: [], problems: [] }
  if (takesLineTax(connection, request.documentKind)) return { ...none, ...onLines(inputs, drafted) }
  if (totals.tax.minor === 0 || isOfOrder(inputs)) return none
  if (request.documentKind === 'bill')
    return connection.rules.billTax?.as === 'spread'
      ? spreadTax(inputs, { ...drafted, none })
      : taxAsLine(inputs, none)
  return {
    ...none,
    notes: [`${connection.providerLabel} has no purchase tax here: the amounts without tax are sent.`],
  }
}

/** Where no line says anything about tax, a ledger with codes may be told that there is none, rather than a code of 0 %. */
function onLines(inputs: DraftInputs, { lines, rows }: Drafted): Partial<DraftedTax> {
  const { connection, request } = inputs
  if (connection.ledger?.taxCodes === undefined || connection.ledger.purchaseTaxRates !== undefined) {
    const chosen = chosenTaxCodes(inputs, lines)
    const problems = [...rateProblems(inputs, lines), ...chosen.problems]
    return { lines: chosen.lines, onTop: taxOnLines(inputs, lines), problems }
  }
  const mayBeUntaxed = documentCapability(connection.capabilities, request.documentKind)?.untaxed === true
  if (mayBeUntaxed && rows.every(({ taxPercent }) => taxPercent === undefined))
    return {
      lines: lines.map(({ taxRate: _unsaid, ...line }) => line),
      taxing: 'none',
      notes: [
        `No line says anything about tax: it goes to ${connection.providerLabel} as not subject to tax. Enter a tax rate on the lines, 0 too, and each gets its tax code.`,
      ],
    }
  const coded = lineTaxCodes(inputs, { lines })
  return { ...coded, onTop: taxOnLines(inputs, coded.lines), taxing: 'by-lines' }
}
