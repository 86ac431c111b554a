import { documentCapability, type Money, percentOf, priceFromMoney, sumMoney } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { isOfOrder } from './draft-receipt.ts'
import { heldProblem } from './held-problem.ts'
import { rateProblems } from './rate-problems.ts'

interface DraftedTax {
  /** The tax as a line of its own, where the ledger takes none on the lines. */
  lines: DraftLine[]
  /** What the ledger adds to the lines. */
  onTop: Money
  notes: string[]
  problems: Problem[]
}

/**
 * The tax of a document (G-14). A ledger that takes it on the lines is told their rates; of a bill in any other it is
 * an expense line, so that the total equals the paper; an order goes without it.
 */
export function draftTax(inputs: DraftInputs, lines: readonly DraftLine[]): DraftedTax {
  const { submission, connection, request } = inputs
  const { currency, totals } = submission
  const none = { lines: [], onTop: { minor: 0, currency }, notes: [], problems: [] }
  if (documentCapability(connection.capabilities, request.documentKind)?.lineTax === true)
    return { ...none, onTop: sumMoney(lines.flatMap(taxOf), currency), problems: rateProblems(inputs, lines) }
  if (totals.tax.minor === 0 || isOfOrder(inputs)) return none
  if (request.documentKind === 'bill') return asLine(inputs, none)
  if (connection.capabilities.purchaseTax) return none
  return {
    ...none,
    notes: [`${connection.providerLabel} has no purchase tax here: the amounts without tax are sent.`],
  }
}

function taxOf({ amount, taxRate = '0' }: DraftLine): Money[] {
  return amount === undefined ? [] : [percentOf(amount, taxRate)]
}

function asLine({ submission, connection }: DraftInputs, none: DraftedTax): DraftedTax {
  const { tax } = submission.totals
  const account = connection.rules.defaultExpenseAccount
  const line: DraftLine = {
    id: 'tax',
    kind: 'expense',
    ...(account === undefined ? {} : { account, accountRule: 'connection-default' }),
    description: 'Tax',
    quantity: '1',
    unitPrice: priceFromMoney(tax),
    amount: tax,
  }
  const notes = [
    `${connection.providerLabel} has no purchase tax here: the tax goes as a line of its own to the default expense account.`,
  ]
  if (account !== undefined) return { ...none, lines: [line], notes }
  const problem = heldProblem(
    'account-missing',
    'No account was found for the tax: choose a default expense account under Connections, Mapping rules.',
    { cure: 'choose-account', params: { connectionId: connection.id } },
  )
  return { ...none, lines: [line], notes, problems: [problem] }
}
