import type { Submission } from '@fieldledger/forms'
import { SplitForbids } from '../errors/runtime-errors.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { partsOfSplit } from './parts-of-split.ts'

/** Nothing of a form that was split is done to it any more: its orders are forms of their own, and named. */
export async function refuseSplit(
  store: RuntimeStore,
  { submission, what }: { submission: Submission; what: string },
): Promise<void> {
  const parts = await partsOfSplit(store, submission)
  if (parts.length > 0) throw new SplitForbids({ what, parts: parts.map(({ number = '' }) => number) })
}
