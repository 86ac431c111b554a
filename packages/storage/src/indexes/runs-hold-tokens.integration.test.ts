import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { connectDatabase } from '../scope/connect-database.ts'
import { migrate } from './migrate.ts'

test('runs of the version before stand where they stood, failed ones with their reason; bills are known by their numbers; what steps left is kept 90 days; indexes that were replaced are gone', async () => {
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/migrate-${v7()}`
  const database = await connectDatabase(url.toString())
  const runs = database.connection.collection<{ _id: string; tokens?: unknown }>('runs')
  const startedAt = new Date('2026-11-01T08:00:00Z')
  const before = { token: { stepId: 's_approve', visit: 2 }, startedAt }
  const error = { code: 'no-connection', message: 'Connect it.', retryable: false }
  await runs.insertMany([
    { _id: 'waits', ...before, submissionId: '1', state: 'active' } as never,
    { _id: 'fails', ...before, submissionId: '2', state: 'needs-attention', error } as never,
    { _id: 'done', ...before, submissionId: '3', state: 'finished' } as never,
  ])
  const replaced = [
    { dueAt: 1 },
    { claimedBy: 1 },
    { companyId: 1, state: 1, startedAt: -1 },
    { companyId: 1, startedAt: -1, _id: -1 },
    { companyId: 1, 'tokens.error.code': 1 },
    { companyId: 1, 'tokens.memo.zone': 1 },
  ]
  for (const key of replaced) await runs.createIndex(key as never)
  const submissions = database.connection.collection<{ _id: string; paperNumbers?: string[] }>('submissions')
  const values = { f_number: 'INV-0012', f_note: '', f_lines: [{ id: '1' }] }
  await submissions.insertMany([
    { _id: 'bill', companyId: 'c', formType: 'bill', values } as never,
    { _id: 'order', companyId: 'c', formType: 'purchase-order', values } as never,
  ])
  await migrate({ mongoUrl: url.toString() })
  const token = { id: '1', stepId: 's_approve', visit: 2, since: startedAt }
  const tokensOf = async (id: string) => (await runs.findOne({ _id: id }))?.tokens
  expect(await tokensOf('waits')).toEqual([token])
  expect(await tokensOf('fails')).toEqual([{ ...token, error }])
  expect(await tokensOf('done')).toEqual([])
  const indexes = await database.connection.collection('stepResults').indexes()
  expect(indexes.map(({ name }) => name)).not.toContain('companyId_1_runId_1_stepId_1_visit_1_outcome_1')
  expect(indexes).toContainEqual(expect.objectContaining({ key: { at: 1 }, expireAfterSeconds: 90 * 86_400 }))
  const ofRuns = (await runs.indexes()).map(({ key }) => key)
  expect(ofRuns).toContainEqual({ claimedBy: 1, dueAt: 1 })
  for (const key of replaced) expect(ofRuns).not.toContainEqual(key)
  expect(
    (await submissions.find().sort({ _id: 1 }).toArray()).map(({ paperNumbers }) => paperNumbers),
  ).toEqual([['inv12'], undefined])
  await database.connection.dropDatabase()
  await database.close()
})
