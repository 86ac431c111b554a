import type { CompanyScope, TimelineEntry } from '@fieldledger/workflow'
import type { Hint } from './submission-store.ts'

/** What open pages follow. Both end when the signal aborts. */
export interface TimelineFollower {
  /** What is there after `after`, then everything new, each once and in order. */
  timeline(which: {
    scope: CompanyScope
    submissionId: string
    after: number
    signal: AbortSignal
  }): AsyncIterable<TimelineEntry>
  hints(which: { scope: CompanyScope; signal: AbortSignal }): AsyncIterable<Hint>
}
