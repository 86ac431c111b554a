import { expect, test } from 'vitest'
import { watchDueWork } from './watch-due-work.ts'

const none = { runs: 0, effects: 0, messages: 0, schedules: 0, batches: 0 }

async function linesFor(late: Partial<typeof none>, workers = 2): Promise<unknown[]> {
  const lines: unknown[] = []
  const log = { error: (facts: unknown) => void lines.push(facts) }
  const oldestDue = async () => ({ ms: { ...none, ...late }, workers })
  await watchDueWork({ watch: { oldestDue }, log })
  return lines
}

test('due work that nobody takes up for more than a minute is an error in the log while workers live', async () => {
  expect(await linesFor({ runs: 61_000 })).toEqual([
    { late: ['runs'], oldestDueSeconds: { ...none, runs: 61 }, workers: 2 },
  ])
  for (const kind of ['effects', 'messages', 'schedules'])
    expect(await linesFor({ [kind]: 90_000 })).toMatchObject([{ late: [kind] }])
})

test('a batch that is under way for hours is one too', async () => {
  expect(await linesFor({ batches: 3_600_000 })).toEqual([])
  expect(await linesFor({ batches: 7 * 3_600_000 })).toMatchObject([{ late: ['batches'] }])
})

test('work that is taken up in time, or that no worker could take up, is none', async () => {
  expect(await linesFor({ runs: 59_000 })).toEqual([])
  expect(await linesFor({ runs: 61_000 }, 0)).toEqual([])
})
