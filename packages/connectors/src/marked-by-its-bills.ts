import { NotAllowed, type OperationPlan } from '@fieldledger/accounting'

/** The lines of a bill name the lines of the order there, which closes it: nobody says it once more. */
// biome-ignore lint/correctness/useYield: a plan that asks for nothing
export const markedByItsBills: OperationPlan<'document.mark'> = function* () {
  throw new NotAllowed(
    'This ledger closes an order by its bills and takes no mark beside them. Send the bills of the order instead.',
  )
}
