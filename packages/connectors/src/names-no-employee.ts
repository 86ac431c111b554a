import { NotAllowed, type OperationPlan } from '@fieldledger/accounting'

/** For a ledger whose documents have no place for one. */
export function namesNoEmployee(label: string): OperationPlan<'employee.list'> {
  return () => {
    throw new NotAllowed(
      `Documents in ${label} name no employee. Map another target of the form, such as its memo, instead.`,
    )
  }
}
