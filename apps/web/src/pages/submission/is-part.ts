import type { LinkedFormView } from '@fieldledger/contract'
import { nextTypesOf } from '@fieldledger/forms'

/** An order that was made from an order is a part of it. */
export function isPart({ formType }: Pick<LinkedFormView, 'formType'>): boolean {
  return nextTypesOf(formType).length > 0
}
