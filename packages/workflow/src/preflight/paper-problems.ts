import { documentCapability } from '@fieldledger/accounting'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'
import type { Twin } from './twin.ts'

/** The same paper twice, and a number that another document of ours bears there. */
export function paperProblems(inputs: DraftInputs, { number }: { number: string }): Problem[] {
  return [...takenNumber(inputs, number), ...(inputs.twins ?? []).map((twin) => twinProblem(twin, inputs))]
}

function takenNumber({ connection, request, numberTakenBy }: DraftInputs, number: string): Problem[] {
  const repeats = documentCapability(connection.capabilities, request.documentKind)?.numbersRepeat === true
  if (numberTakenBy === undefined || repeats) return []
  return [
    heldProblem(
      'number-taken',
      `${connection.providerLabel} has a document with the number ${number} already, sent from "${numberTakenBy.formName}": give one of both forms another prefix under Details, then revise this one.`,
      { cure: 'change-number', params: { number, twinId: numberTakenBy.submissionId } },
    ),
  ]
}

function twinProblem({ submissionId: twinId, number, why }: Twin, { connection }: DraftInputs): Problem {
  const alike =
    why === 'number' ? 'bears the same number of the same vendor' : 'is of the same vendor, amount and days'
  return heldProblem(
    'possible-duplicate',
    `${number} ${alike}: compare both, then cancel one of them, or say why this is not a duplicate.`,
    { cure: 'not-a-duplicate', params: { twinId, number, why, connectionId: connection.id } },
  )
}
