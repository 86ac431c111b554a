import type { RuntimeStores } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { createTimelineFollower } from './timeline-follower.ts'

test('pages that may have missed something are told to look at everything again', async () => {
  let lose: () => void = () => undefined
  const off = () => undefined
  const follower = createTimelineFollower({
    stores: {} as RuntimeStores,
    changes: {
      onLost(listener) {
        lose = listener
        return off
      },
      onOutbox: () => off,
      onStamp: () => off,
      onRecord: () => off,
      hearing: () => true,
      close: async () => undefined,
    },
  })
  const hints = follower.hints({ scope: companyScope('c1'), signal: new AbortController().signal })
  const reading = hints[Symbol.asyncIterator]()
  const first = reading.next()
  lose()
  const told = [(await first).value, (await reading.next()).value, (await reading.next()).value]
  expect(told).toEqual([{ topic: 'tasks' }, { topic: 'connections' }, { topic: 'submissions' }])
})
