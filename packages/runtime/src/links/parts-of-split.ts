import { isPartOfSplit, nextTypesOf, type Submission } from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'

/** The orders, one for each vendor, that this form was split into; empty = it was not. A form that was is closed. */
export async function partsOfSplit(
  store: RuntimeStore,
  { id, formType, status }: Pick<Submission, 'id' | 'formType' | 'status'>,
): Promise<Submission[]> {
  if (status !== 'closed' || nextTypesOf(formType).length === 0) return []
  const made = await store.submissions.madeFrom(id)
  return made
    .filter(isPartOfSplit)
    .toSorted((left, right) => byNumber.compare(numberOf(left), numberOf(right)))
}

const byNumber = new Intl.Collator('en', { numeric: true })

function numberOf({ number = '' }: Pick<Submission, 'number'>): string {
  return number
}
