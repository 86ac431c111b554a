import {
  inFigures,
  lineAmount,
  type Money,
  percentOf,
  sameMoney,
  sumMoney,
  unitPriceOf,
} from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import type { DraftedTax } from './draft-tax.ts'
import { heldProblem } from './held-problem.ts'

interface Spread {
  lines: readonly DraftLine[]
  rows: readonly MaterialRow[]
  none: DraftedTax
}

/** The tax of a bill inside the amounts of its lines: each carries its own, the largest what is left to the cent. */
export function spreadTax(inputs: DraftInputs, { lines, rows, none }: Spread): DraftedTax {
  const { submission, connection } = inputs
  const { tax, net } = submission.totals
  const rates = new Map(rows.map(({ id, taxPercent }) => [id, taxPercent ?? '0']))
  const own = lines.map(({ id, amount }) =>
    amount === undefined ? zero(tax) : percentOf(amount, rates.get(id) ?? '0'),
  )
  const left = tax.minor - sumMoney(own, tax.currency).minor
  const [most] = lines.toSorted(bySize)
  const taxed = lines.map((line, position) => {
    const minor = (own[position]?.minor ?? 0) + (line === most ? left : 0)
    return minor === 0 || line.amount === undefined ? line : withTax(line, { inputs, minor })
  })
  const broken = taxed.findIndex(isBroken)
  const notes = [
    `${connection.providerLabel} has no purchase tax here: the tax of ${inFigures(tax)} is spread over the lines, so their prices and amounts are with tax and come to ${inFigures(sumMoney([net, tax], tax.currency))}.`,
  ]
  if (broken < 0) return { ...none, lines: taxed, notes }
  const problem = heldProblem(
    'tax-not-spread',
    `The price of line ${broken + 1} cannot hold its tax to the cent: let the tax go as a line of its own, under Connections, Mapping rules.`,
    { cure: 'check-connection', params: { line: broken + 1, connectionId: connection.id } },
  )
  return { ...none, lines: taxed, notes, problems: [problem] }
}

function withTax(line: DraftLine, { inputs, minor }: { inputs: DraftInputs; minor: number }): DraftLine {
  const { currency } = inputs.submission.totals.tax
  const amount = { minor: (line.amount?.minor ?? 0) + minor, currency }
  const decimals = inputs.connection.capabilities.unitPriceDecimals
  return Number(line.quantity) === 0
    ? { ...line, amount }
    : { ...line, amount, unitPrice: unitPriceOf(amount, { quantity: line.quantity, decimals }) }
}

/** An amount that its quantity and price do not come to. */
function isBroken({ amount, quantity, unitPrice }: DraftLine): boolean {
  if (amount === undefined || unitPrice === undefined) return false
  return !sameMoney(lineAmount({ quantity, unitPrice, currency: amount.currency }), amount)
}

function bySize(one: DraftLine, other: DraftLine): number {
  return Math.abs(other.amount?.minor ?? 0) - Math.abs(one.amount?.minor ?? 0)
}

function zero({ currency }: Money): Money {
  return { minor: 0, currency }
}
