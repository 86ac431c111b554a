import type { Submission } from '../submission/submission.ts'
import { nextTypesOf } from './next-types.ts'

/** An order that was made from an order is what became of its lines of one vendor: receipts and bills are no orders. */
export function isPartOfSplit({ formType, madeFrom }: Pick<Submission, 'formType' | 'madeFrom'>): boolean {
  return madeFrom !== undefined && nextTypesOf(formType).length > 0
}
