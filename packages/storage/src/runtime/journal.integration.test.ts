import type { JournalEntry } from '@fieldledger/accounting'
import { RateLimited } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createJournal } from './journal.ts'
import { createRateBudget } from './rate-budget.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

function entry(body: unknown): JournalEntry {
  return {
    scope: { companyId: 'c1', connectionId: 'k1', submissionId: 's1' },
    provider: 'double',
    operation: 'document.create',
    step: 'post',
    request: { method: 'POST', path: '/orders', body },
    durationMs: 3,
  }
}

test('S3-07 what was sent is read back from the log, long bodies too, by its own company alone', async () => {
  const journal = createJournal(fresh.database)
  const long = 'x'.repeat(100_000)
  await journal.record(entry('short'))
  await journal.record(entry(long))
  const read = await journal.read({ scope: companyScope('c1'), submissionId: 's1', limit: 10 })
  expect(read.map(({ request }) => request.body)).toEqual([long, 'short'])
  expect(await journal.read({ scope: companyScope('c2'), limit: 10 })).toEqual([])
})

test('two workers share one budget, and a closed one says when to come back', async () => {
  const [one, other] = [createRateBudget(fresh.database), createRateBudget(fresh.database)]
  const limits = { perSecond: 4, perMinute: 100, concurrent: 5 }
  const began = performance.now()
  await Promise.all([1, 2, 3, 4, 5, 6].map((turn) => (turn % 2 ? one : other).take('k1', limits)))
  await Promise.all([1, 2, 3, 4].map((turn) => (turn % 2 ? one : other).take('k1', limits)))
  expect(performance.now() - began).toBeGreaterThan(900)
  await one.close('k1', 60_000)
  await expect(other.take('k1', limits)).rejects.toThrow(RateLimited)
})
