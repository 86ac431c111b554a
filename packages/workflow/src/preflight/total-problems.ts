import { inFigures, type Money } from '@fieldledger/accounting'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'

/** What is owed to us is another document there, and is refused as an order or a bill. */
export function totalProblems({ connection }: DraftInputs, total: Money): Problem[] {
  if (total.minor >= 0) return []
  const { providerLabel } = connection
  return [
    heldProblem(
      'total-below-zero',
      `The document comes to ${inFigures(total)}, and ${providerLabel} takes none below zero: correct the lines, or enter it as a vendor credit in ${providerLabel}.`,
      { cure: 'edit-form', params: { total: total.minor } },
    ),
  ]
}
