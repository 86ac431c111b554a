import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherTopics } from './gather-topics.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first hint is followed at once, and hundreds within a second are one more', () => {
  const followed: string[] = []
  const gather = gatherTopics((topic) => followed.push(topic))
  gather('tasks')
  expect(followed).toEqual(['tasks'])
  for (let hint = 0; hint < 150; hint += 1) gather(hint % 2 === 0 ? 'tasks' : 'submissions')
  expect(followed).toEqual(['tasks'])
  vi.advanceTimersByTime(1_000)
  expect(followed).toEqual(['tasks', 'tasks', 'submissions'])
  vi.advanceTimersByTime(5_000)
  gather('submissions')
  expect(followed.slice(3)).toEqual(['submissions'])
})

test('a page that is left follows nothing any more', () => {
  const followed: string[] = []
  const gather = gatherTopics((topic) => followed.push(topic))
  gather('tasks')
  gather('tasks')
  gather.stop()
  vi.advanceTimersByTime(5_000)
  expect(followed).toEqual(['tasks'])
})
