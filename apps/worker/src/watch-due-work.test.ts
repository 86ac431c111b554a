import { expect, test } from 'vitest'
import { watchDueWork } from './watch-due-work.ts'

async function linesFor(runs: number, { effects = 0, workers = 2 } = {}): Promise<unknown[]> {
  const lines: unknown[] = []
  const log = { error: (facts: unknown) => void lines.push(facts) }
  const oldestDue = async () => ({ ms: { runs, effects }, workers })
  await watchDueWork({ watch: { oldestDue }, log })
  return lines
}

test('due work that nobody claims for more than a minute is an error in the log while workers live', async () => {
  expect(await linesFor(61_000)).toEqual([{ oldestDueSeconds: { runs: 61, effects: 0 }, workers: 2 }])
  expect(await linesFor(0, { effects: 90_000 })).toHaveLength(1)
})

test('work that is claimed in time, or that no worker could claim, is none', async () => {
  expect(await linesFor(59_000)).toEqual([])
  expect(await linesFor(61_000, { workers: 0 })).toEqual([])
})
