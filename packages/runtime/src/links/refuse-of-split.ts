import { isPartOfSplit, type Submission } from '@fieldledger/forms'
import { SplitForbids } from '../errors/runtime-errors.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { partsOfSplit } from './parts-of-split.ts'

/**
 * What counted nothing for an order while that was split, a draft or what was rejected, counts nothing for it afterwards:
 * its lines are open on the orders that it was split into, and would be received or billed twice.
 */
export async function refuseOfSplit(
  store: RuntimeStore,
  made: Pick<Submission, 'formType' | 'madeFrom'>,
): Promise<void> {
  if (made.madeFrom === undefined || isPartOfSplit(made)) return
  const order = await store.submissions.get(made.madeFrom)
  if (order === undefined) return
  const parts = (await partsOfSplit(store, order)).map(({ number = '' }) => number)
  if (parts.length > 0) throw new SplitForbids({ what: 'receive or bill', parts, form: order.number })
}
