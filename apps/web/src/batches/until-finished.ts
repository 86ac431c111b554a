import type { BatchView } from '@fieldledger/contract'

const everyMs = 3000

/** A batch under way is looked at again by itself: what happened before the page heard of changes was not heard. */
export function untilFinished(batches: readonly Pick<BatchView, 'finishedAt'>[]): number | false {
  return batches.some(({ finishedAt }) => finishedAt === null) && everyMs
}
