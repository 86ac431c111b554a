import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineFileModels } from '../files/file-models.ts'
import { createFileStore, type FileStore } from '../files/file-store.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { sweepFiles } from './sweep-files.ts'

let database: Database
let store: FileStore
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
  store = createFileStore(database)
})
afterAll(() => drop())

const scope = companyScope('company-1')
const put = (text: string, by = 'somebody') =>
  store.put(scope, {
    name: text,
    by,
    bytes: Readable.from(Buffer.from(text)),
    contentTypeOf: async () => 'text/plain',
  })
const blobs = () => database.connection.collection('blobs.files')

/** Everything there is was uploaded eight days ago. */
async function aWeekLater(): Promise<void> {
  const then = new Date(Date.now() - 8 * 86_400_000)
  await defineFileModels(database.connection).files.collection.updateMany({}, { $set: { createdAt: then } })
  await blobs().updateMany({}, { $set: { uploadDate: then } })
}

test('what was uploaded and no form took goes after a week, bytes and all; what was uploaded again stays', async () => {
  const [taken, left, again] = [await put('taken'), await put('left'), await put('again')]
  await store.attach(scope, { ids: [taken.id], submissionId: 's1' })
  await blobs().insertOne({ filename: 'upload-broken-off', length: 0, chunkSize: 1, uploadDate: new Date() })
  expect(await sweepFiles(database)).toBe(0)
  await aWeekLater()
  await put('again', 'somebody else')
  expect(await sweepFiles(database)).toBe(1)
  expect(await store.find(scope, left.id)).toBeUndefined()
  expect((await buffer(store.open(taken))).toString()).toBe('taken')
  expect((await buffer(store.open(again))).toString()).toBe('again')
  expect(await blobs().distinct('filename')).toEqual([again.id, taken.id].sort())
})

test('how much somebody has uploaded for nothing is known', async () => {
  const kept = await put('four', 'link-1')
  await put('seventy', 'link-1')
  expect(await store.unclaimedBytes(scope, 'link-1')).toBe(11)
  await store.attach(scope, { ids: [kept.id], submissionId: 's1' })
  expect(await store.unclaimedBytes(scope, 'link-1')).toBe(7)
})
