import { documentCapability } from '@fieldledger/accounting'
import { documentNumber } from '../drafting/document-number.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'
import type { Twin } from './twin.ts'

/** The same paper twice, and a number that another document of ours bears there. */
export function paperProblems(inputs: DraftInputs): Problem[] {
  return [...takenNumber(inputs), ...(inputs.twins ?? []).map((twin) => twinProblem(twin, inputs))]
}

function takenNumber(inputs: DraftInputs): Problem[] {
  const { connection, request, numberTakenBy, twins = [] } = inputs
  const there = documentCapability(connection.capabilities, request.documentKind)
  if (numberTakenBy === undefined || there?.numbersRepeat === true) return []
  const { submissionId: twinId, formName } = numberTakenBy
  const { number, isOfVendor } = documentNumber(inputs)
  const params = { number, twinId }
  if (!isOfVendor)
    return [
      heldProblem(
        'number-taken',
        `${connection.providerLabel} has a document with the number ${number} already, sent from "${formName}": give one of both forms another prefix under Details, then revise this one.`,
        { cure: 'change-number', params },
      ),
    ]
  // As long as it may be the same paper, that is what there is to decide.
  if (twins.some(({ submissionId }) => submissionId === twinId)) return []
  return [
    heldProblem(
      'number-taken',
      `${connection.providerLabel} has a ${there?.label.toLowerCase() ?? 'document'} of this vendor with the number ${number} already, sent from "${formName}", and takes it once: correct the vendor's invoice number on the form, or add to it what tells the two apart.`,
      { cure: 'edit-form', params },
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
