import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { Problem } from '../graph/problem.ts'
import type { DocumentNumber } from './document-number.ts'
import { heldProblem } from './held-problem.ts'

/** Number, memo and lines against the ledger's own limits: nothing is ever cut silently. */
export function headerProblems(
  header: DocumentNumber & { memo?: string; dueDate?: string; lines: number },
  ledger: { connection: ConnectionSummary; kind: DocumentKind },
): Problem[] {
  const { connection, kind } = ledger
  const capability = documentCapability(connection.capabilities, kind)
  const label = connection.providerLabel
  if (capability === undefined)
    return [
      heldProblem('no-such-document', `${label} takes no such document: remove the step that sends it.`, {}),
    ]
  const problems: Problem[] = []
  const tooLong = (field: string, text: string, at: { limit: number; code: string; cure: string }) => {
    if (text.length > at.limit)
      problems.push(
        heldProblem(
          at.code,
          `${field} has ${text.length} characters, and ${label} takes ${at.limit}: shorten it.`,
          {
            cure: at.cure,
            params: { limit: at.limit, found: text.length },
          },
        ),
      )
  }
  tooLong(header.isOfVendor ? "The vendor's invoice number" : 'The document number', header.number, {
    limit: capability.numberLimit,
    code: 'number-too-long',
    cure: header.isOfVendor ? 'edit-form' : 'change-number',
  })
  tooLong('The memo', header.memo ?? '', {
    limit: capability.memoLimit,
    code: 'memo-too-long',
    cure: 'edit-form',
  })
  if (capability.needsDueDate === true && header.dueDate === undefined)
    problems.push(
      heldProblem(
        'due-date-missing',
        `${label} takes no ${capability.label} without a due date: enter it on the form, or map it in the sync step.`,
        { cure: 'edit-form' },
      ),
    )
  if (header.lines === 0)
    problems.push(
      heldProblem('no-lines', 'The form has no lines: add at least one material.', { cure: 'edit-form' }),
    )
  if (header.lines > capability.lineLimit)
    problems.push(
      heldProblem(
        'too-many-lines',
        `The form has ${header.lines} lines, and ${label} takes ${capability.lineLimit} in one document: split it over several forms.`,
        { cure: 'edit-form', params: { limit: capability.lineLimit, found: header.lines } },
      ),
    )
  return problems
}
