import { companyScope, type TimelineEntry } from '@fieldledger/workflow'
import type { UseCase } from '../use-case.ts'

export interface ReadTimeline extends UseCase {
  submissionId: string
  /** Only entries after this sequence number. */
  after?: number
}

export async function readTimeline({ runtime, ...which }: ReadTimeline): Promise<TimelineEntry[]> {
  return runtime.ports.stores.of(companyScope(which.companyId)).timeline.read(which)
}

export interface FollowTimeline extends UseCase {
  submissionId: string
  after: number
  signal: AbortSignal
}

/** First what is there after `after`, then whatever comes, until the signal aborts. */
export function followTimeline({
  runtime,
  companyId,
  ...which
}: FollowTimeline): AsyncIterable<TimelineEntry> {
  return runtime.ports.timelineFollower.timeline({ scope: companyScope(companyId), ...which })
}
