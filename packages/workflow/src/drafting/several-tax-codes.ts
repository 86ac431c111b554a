import type { PurchaseTaxCode } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

/** A person says once which of the codes of one rate is meant. */
export function severalTaxCodes(
  { connection }: DraftInputs,
  { rate, line, candidates }: { rate: string; line: number; candidates: readonly PurchaseTaxCode[] },
): Problem {
  const names = candidates.map(({ name }) => name).join(', ')
  return heldProblem(
    'tax-code-open',
    `Line ${line} is taxed ${rate} %, and ${connection.name} has ${candidates.length} tax codes of that rate for purchases (${names}): choose which one is meant, once for all lines of that rate.`,
    { cure: 'choose-tax-code', params: { line, rate, connectionId: connection.id } },
  )
}
