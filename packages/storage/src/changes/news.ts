import type { Hint } from '@fieldledger/runtime'
import type { WatchedCollection } from './watched-collections.ts'

export interface OutboxNews {
  companyId: string
  work: boolean
  hints: readonly Hint[]
}

/** What commits changed, as far as anybody listens for it. */
export interface News {
  outbox: readonly OutboxNews[]
  records: readonly WatchedCollection[]
  /** There was more than could be told: everything is to be looked up again. */
  lost?: boolean
}
