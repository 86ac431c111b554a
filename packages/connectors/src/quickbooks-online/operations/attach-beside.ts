import { NotAllowed, type OperationPlan } from '@fieldledger/accounting'

/** Its documents have a memo, and Fieldledger brings no files there: the capabilities say so too. */
// biome-ignore lint/correctness/useYield: it asks nothing
export const attachBeside: OperationPlan<'document.attach'> = function* () {
  throw new NotAllowed(
    'Fieldledger brings no notes and no files beside a document of QuickBooks. Attach them there.',
  )
}
