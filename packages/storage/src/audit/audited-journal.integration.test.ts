import type { JournalEntry } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createAuditRepository } from './audit-repository.ts'
import { createAuditedJournal } from './audited-journal.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const entry: JournalEntry = {
  scope: {
    companyId: 'c1',
    connectionId: 'k1',
    effectId: 'e1',
    submissionId: 's1',
    attempt: 1,
    asked: { personId: 'p1' },
  },
  provider: 'some-ledger',
  operation: 'document.create',
  step: 'create',
  request: { method: 'POST', path: '/purchaseorder' },
  answer: { status: 200, headers: {}, body: {} },
  durationMs: 12,
}

test('S3-07 a sync leaves an audit row: who, what, when, before, after, result', async () => {
  const journal = createAuditedJournal(database)
  await journal.record(entry)
  await journal.record({ ...entry, step: 'find', request: { method: 'GET', path: '/query' } })
  await journal.record({ ...entry, error: { code: 'outcome-unknown', message: 'No answer.' } })
  const audit = createAuditRepository(database)
  const rows = await audit.list(companyScope('c1'), { limit: 10 })
  expect(rows.map(({ result, reason }) => [result, reason])).toEqual([
    ['unknown', 'No answer.'],
    ['done', undefined],
  ])
  expect(rows[1]).toMatchObject({
    by: { name: 'Fieldledger' },
    what: 'Sent the document to some-ledger',
    record: 's1',
    before: { effect: 'e1', asked: { personId: 'p1' } },
    after: { status: 200 },
    at: expect.any(Date),
  })
  expect(await audit.list(companyScope('c2'), { limit: 10 })).toEqual([])
})

test('S2-01 a supplier that was changed in the ledger leaves an audit row, a list that was read leaves none', async () => {
  const journal = createAuditedJournal(database)
  const scope = { companyId: 'c3', connectionId: 'k1' }
  await journal.record({ ...entry, scope, operation: 'vendor.update', step: 'update' })
  await journal.record({ ...entry, scope, operation: 'vendor.list', step: 'page' })
  const rows = await createAuditRepository(database).list(companyScope('c3'), { limit: 10 })
  expect(rows).toMatchObject([{ what: 'Changed the vendor in some-ledger', record: 'k1', result: 'done' }])
})
