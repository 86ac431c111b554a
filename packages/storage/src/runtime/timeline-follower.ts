import type { Hint, RuntimeStores, TimelineFollower } from '@fieldledger/runtime'
import type { Changes } from '../changes/changes.ts'
import { createQueue } from './queue.ts'

/** Looks by itself that often, should no bell be heard. */
const lookEveryMs = 5000

const everything = {
  tasks: true,
  connections: true,
  submissions: true,
  forms: true,
  workflow: true,
  attention: true,
  notifications: true,
  catalogue: true,
  batches: true,
  deliveries: true,
} satisfies Record<Hint['topic'], true>
const topics = Object.keys(everything) as Hint['topic'][]

/** Live timelines and hints for open pages. */
export function createTimelineFollower(parts: { stores: RuntimeStores; changes: Changes }): TimelineFollower {
  const { stores, changes } = parts
  return {
    async *timeline({ scope, submissionId, after, signal }) {
      const knocks = createQueue<'look'>(signal)
      const leave = [
        changes.onStamp((stamp) => {
          if (stamp.companyId === scope.companyId && stamp.submissionId === submissionId) knocks.put('look')
        }),
        changes.onLost(() => knocks.put('look')),
      ]
      const timer = setInterval(() => knocks.put('look'), lookEveryMs)
      let seen = after
      try {
        knocks.put('look')
        for await (const _knock of knocks.taken()) {
          const entries = await stores.of(scope).timeline.read({ submissionId, after: seen })
          for (const entry of entries) {
            yield entry
            seen = entry.seq
          }
        }
      } finally {
        clearInterval(timer)
        for (const off of leave) off()
      }
    },
    async *hints({ scope, signal }) {
      const queue = createQueue<Hint>(signal)
      const leave = [
        changes.onOutbox(({ companyId, hints }) => {
          if (companyId === scope.companyId) for (const hint of hints) queue.put(hint)
        }),
        changes.onLost(() => {
          for (const topic of topics) queue.put({ topic })
        }),
      ]
      try {
        yield* queue.taken()
      } finally {
        for (const off of leave) off()
      }
    },
  }
}
