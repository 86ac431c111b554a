import { inFigures, type Money, priceFromMoney, sumMoney } from '@fieldledger/accounting'
import type { DraftLine } from '../drafting/document-draft.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'

export interface Rounded {
  lines: DraftLine[]
  notes: string[]
  problems: Problem[]
}

/**
 * G-16: what the ledger will come to by its own rule, against the total that stands on the paper. A small difference of
 * a bill becomes a visible line, once a tolerance and an account are set; anything else stops. Orders are never rounded.
 */
export function roundToPaper(inputs: DraftInputs, ledgerTotal: Money): Rounded {
  const none: Rounded = { lines: [], notes: [], problems: [] }
  const paper = paperTotal(inputs)
  if (paper === undefined || inputs.request.documentKind !== 'bill') return none
  const gap: Money = { minor: paper.minor - ledgerTotal.minor, currency: paper.currency }
  if (gap.minor === 0) return none
  const { rounding } = inputs.connection.rules
  if (rounding === undefined || Math.abs(gap.minor) > rounding.toleranceMinor)
    return { ...none, problems: [differs(inputs, { paper, ledgerTotal, gap })] }
  return {
    ...none,
    lines: [roundingLine(gap, rounding.account)],
    notes: [
      `A rounding line of ${inFigures(gap)} is added, so that the total is the paper's ${inFigures(paper)}.`,
    ],
  }
}

function paperTotal({ submission, request }: DraftInputs): Money | undefined {
  const { paperTotal: source } = request.mapping
  const value = source === undefined ? undefined : submission.values[source]
  if (typeof value !== 'object' || value === null || !('minor' in value)) return undefined
  return sumMoney([value as Money], submission.currency)
}

function roundingLine(gap: Money, account: NonNullable<DraftLine['account']>): DraftLine {
  return {
    id: 'rounding',
    kind: 'expense',
    account,
    accountRule: 'rounding',
    description: 'Rounding',
    quantity: '1',
    unitPrice: priceFromMoney(gap),
    amount: gap,
    taxRate: '0',
  }
}

function differs(
  { connection, submission }: DraftInputs,
  { paper, ledgerTotal, gap }: { paper: Money; ledgerTotal: Money; gap: Money },
): Problem {
  const { rounding } = connection.rules
  const { tax } = submission.totals
  const sums = `The paper says ${inFigures(paper)}, and ${connection.providerLabel} comes to ${inFigures(ledgerTotal)}`
  if (tax.minor !== 0 && gap.minor === -tax.minor)
    return heldProblem(
      'tax-included',
      `${sums}, more by exactly the tax of ${inFigures(tax)}: the prices on the form seem to include it, so enter them without tax, or set the tax of the lines to 0.`,
      { cure: 'edit-form', params: { difference: gap.minor, connectionId: connection.id } },
    )
  const cure =
    rounding === undefined
      ? 'correct the lines, or set a tolerance and an account for rounding under Connections, Mapping rules'
      : 'it is more than the tolerance, so correct the lines'
  return heldProblem('total-differs', `${sums}, a difference of ${inFigures(gap)}: ${cure}.`, {
    cure: 'edit-form',
    params: { difference: gap.minor, connectionId: connection.id },
  })
}
