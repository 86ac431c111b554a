import type { OperationPlan } from '@fieldledger/accounting'

/** A purchase order names its job in Reference, as text: nothing is looked for. */
// biome-ignore lint/correctness/useYield: a plan that asks for nothing
export const findCustomers: OperationPlan<'customer.find'> = function* () {
  return []
}
