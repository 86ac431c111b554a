import type { JournalEntry } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createJournal } from './journal.ts'

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
