import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherTopics } from './gather-topics.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first hint is followed at once, and hundreds soon after it are one more', async () => {
  const followed: string[] = []
  const gather = gatherTopics(async (topic) => followed.push(topic))
  gather('tasks')
  expect(followed).toEqual(['tasks'])
  for (let hint = 0; hint < 150; hint += 1) gather(hint % 2 === 0 ? 'tasks' : 'submissions')
  expect(followed).toEqual(['tasks'])
  await vi.advanceTimersByTimeAsync(200)
  expect(followed).toEqual(['tasks', 'tasks', 'submissions'])
  await vi.advanceTimersByTimeAsync(5_000)
  gather('submissions')
  expect(followed.slice(3)).toEqual(['submissions'])
})

test('while hints go on without a pause they are followed less and less often, and never later than 700 ms', async () => {
  const followedAt: number[] = []
  const began = Date.now()
  const gather = gatherTopics(async () => followedAt.push(Date.now() - began))
  for (let passed = 0; passed < 3_000; passed += 50) {
    gather('submissions')
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(followedAt).toEqual([0, 200, 600, 1_300, 2_000, 2_700])
})

test('a page that is left follows nothing any more', async () => {
  const followed: string[] = []
  const gather = gatherTopics(async (topic) => followed.push(topic))
  gather('tasks')
  gather('tasks')
  gather.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(followed).toEqual(['tasks'])
})

test('what is under way is not broken off by the next hint, which is followed right after it', async () => {
  const followed: string[] = []
  let fetched: () => void = () => undefined
  const gather = gatherTopics((topic) => {
    followed.push(topic)
    return new Promise<void>((resolve) => {
      fetched = resolve
    })
  })
  gather('submissions')
  gather('submissions')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(followed).toHaveLength(1)
  fetched()
  await vi.advanceTimersByTimeAsync(0)
  expect(followed).toHaveLength(2)
  gather('tasks')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(followed).toEqual(['submissions', 'submissions', 'tasks'])
})
