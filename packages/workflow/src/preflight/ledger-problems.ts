import { documentCapability } from '@fieldledger/accounting'
import { dayInWords } from '../connections/day-in-words.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'

/** What this ledger company does not take, by what it told about itself: its plan, its closed books, its currencies. */
export function ledgerProblems(inputs: DraftInputs, { date }: { date: string }): Problem[] {
  return [...planProblems(inputs), ...periodProblems(inputs, date), ...currencyProblems(inputs)]
}

function planProblems({ connection, request }: DraftInputs): Problem[] {
  if (connection.ledger?.subscriptionEnded === true)
    return [
      heldProblem(
        'subscription-ended',
        `The subscription of ${connection.name} has ended or is not paid, so ${connection.providerLabel} takes nothing new: settle it there, then press Check now under Connections.`,
        { cure: 'check-connection', params: { connectionId: connection.id } },
      ),
    ]
  if (connection.ledger?.documents?.[request.documentKind] !== false) return []
  const label = documentCapability(connection.capabilities, request.documentKind)?.label ?? 'Document'
  return [
    heldProblem(
      'not-in-plan',
      `The plan of ${connection.name} has no ${label}s: switch them on in ${connection.providerLabel}, then press Check now under Connections.`,
      { cure: 'check-connection', params: { connectionId: connection.id } },
    ),
  ]
}

function periodProblems({ connection }: DraftInputs, date: string): Problem[] {
  const closed = connection.ledger?.closedThrough
  if (closed === undefined || date > closed) return []
  return [
    heldProblem(
      'period-closed',
      `The books of ${connection.name} are closed up to ${dayInWords(closed)}, and this document is of ${dayInWords(date)}: change the date on the form, or ask the bookkeeper to open the period.`,
      { cure: 'edit-form', params: { date, closedThrough: closed } },
    ),
  ]
}

function currencyProblems({ connection, submission }: DraftInputs): Problem[] {
  const { currencies } = connection.ledger ?? {}
  if (currencies === undefined || currencies.includes(submission.currency)) return []
  return [
    heldProblem(
      'currency-not-taken',
      `The form is in ${submission.currency}, and ${connection.name} takes ${currencies.join(', ')} only: add the currency in ${connection.providerLabel}, then press Check now under Connections.`,
      { cure: 'check-connection', params: { currency: submission.currency, connectionId: connection.id } },
    ),
  ]
}
