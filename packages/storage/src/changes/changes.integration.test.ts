import type { Hint } from '@fieldledger/runtime'
import { mongo } from 'mongoose'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connectDatabase, type Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createChanges } from './create-changes.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let closers: (() => Promise<void>)[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterEach(async () => {
  for (const close of closers) await close()
  closers = []
})
afterAll(() => fresh.drop())

/** A process of its own, as far as the database can tell: its connection, and what it hears. */
async function startProcess() {
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/${fresh.database.connection.name}`
  const database = await connectDatabase(url.toString())
  const changes = createChanges(database)
  const heard: string[] = []
  const knocks = new Set<() => void>()
  const hear = (what: string) => {
    heard.push(what)
    for (const knock of knocks) knock()
  }
  changes.onRecord(({ collection }) => hear(collection))
  changes.onOutbox(({ companyId, work, hints }) =>
    hear([companyId, work ? 'work' : 'none', ...hints.map(({ id }) => id)].join(' ')),
  )
  changes.onStamp(({ submissionId }) => hear(`stamp of ${submissionId}`))
  changes.onLost(() => hear('lost'))
  const hears = (what: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!heard.includes(what)) return
        knocks.delete(look)
        resolve()
      }
      knocks.add(look)
      look()
    })
  closers.push(async () => {
    await changes.close()
    await database.close()
  })
  await hears('lost')
  heard.length = 0
  return { database, changes, heard, hears }
}

const collectionOf = ({ connection }: Database, name: string) => connection.collection<{ _id: string }>(name)
const insert = (database: Database, collection: string) =>
  collectionOf(database, collection).insertOne({ _id: v7() })

const row = (hints: Hint[], work = false) => ({ _id: v7(), companyId: 'c1', work, hints })
const post = ({ connection }: Database, written: ReturnType<typeof row>, session?: mongo.ClientSession) =>
  connection
    .collection<ReturnType<typeof row>>('outbox')
    .insertOne(written, session === undefined ? {} : { session })

test('what is committed in a transaction is heard here at once, elsewhere a moment later, and nowhere twice', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  await inTransaction(one.database, async (session) => {
    await post(one.database, row([{ topic: 'submissions', id: 's1' }], true), session)
    await collectionOf(one.database, 'users').insertOne({ _id: v7() }, { session })
    await collectionOf(one.database, 'notWatched').insertOne({ _id: v7() }, { session })
    expect(one.heard).toEqual([])
  })
  const told = ['users', 'c1 work s1', 'stamp of s1']
  expect(one.heard).toEqual(told)
  await other.hears('stamp of s1')
  expect(other.heard).toEqual(told)
  // Rung after the bell of its own: had that been heard, it would stand before.
  await insert(other.database, 'accounts')
  await one.hears('accounts')
  expect(one.heard).toEqual([...told, 'accounts'])
})

test('a transaction that is undone is heard by nobody', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  const undone = inTransaction(one.database, async (session) => {
    await post(one.database, row([{ topic: 'tasks' }]), session)
    throw new RangeError('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await insert(one.database, 'accounts')
  await other.hears('accounts')
  expect([one.heard, other.heard]).toEqual([['accounts'], ['accounts']])
})

test('work that a transaction repeats is heard once, with what it wrote last', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  let time = 0
  await inTransaction(one.database, async (session) => {
    time += 1
    await post(one.database, row([{ topic: 'tasks', id: `time ${time}` }]), session)
    if (time === 1)
      throw new mongo.MongoServerError({ message: 'again', errorLabels: ['TransientTransactionError'] })
  })
  await other.hears('c1 none time 2')
  expect([one.heard, other.heard]).toEqual([['c1 none time 2'], ['c1 none time 2']])
})

test('what is written past the models is heard, made, changed or removed; what changed nothing is not', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  const id = v7()
  await collectionOf(one.database, 'forms').insertOne({ _id: id })
  await collectionOf(one.database, 'vendors').updateOne({ _id: id }, { $set: { name: 'a' } })
  await collectionOf(one.database, 'vendors').findOneAndUpdate({ _id: id }, { $set: { name: 'a' } })
  await collectionOf(one.database, 'vendors').deleteMany({ _id: id })
  await collectionOf(one.database, 'sessions').updateOne(
    { _id: id },
    { $set: { name: 'a' } },
    { upsert: true },
  )
  await collectionOf(one.database, 'forms').findOneAndUpdate({ _id: id }, { $set: { name: 'b' } })
  await collectionOf(one.database, 'sessions').deleteMany({ _id: id })
  await collectionOf(one.database, 'companies').bulkWrite([{ insertOne: { document: { _id: id } } }])
  expect(one.heard).toEqual(['forms', 'sessions', 'forms', 'sessions', 'companies'])
  await other.hears('companies')
  expect(new Set(other.heard)).toEqual(new Set(one.heard))
})

test('many commits at once make few bells, and each is heard', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  const bells = fresh.database.connection.collection('bells')
  const before = await bells.countDocuments()
  const ids = Array.from({ length: 200 }, (_, number) => `s${number}`)
  await Promise.all(ids.map((id) => post(one.database, row([{ topic: 'submissions', id }]))))
  await Promise.all(ids.map((id) => other.hears(`stamp of ${id}`)))
  expect((await bells.countDocuments()) - before).toBeLessThan(20)
})

test('bells that were dropped, and came back as a collection that cannot be followed, are heard again', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  const bells = fresh.database.connection.collection('bells')
  await bells.drop()
  await bells.insertOne({ from: 'somebody who rang meanwhile' })
  await Promise.all([one.hears('lost'), other.hears('lost')])
  await insert(one.database, 'accounts')
  await other.hears('accounts')
  expect([one.changes.hearing(), other.changes.hearing()]).toEqual([true, true])
  expect(await bells.options()).toMatchObject({ capped: true })
})

test('whoever begins hears nothing that was rung before, nor of another database on the same connection', async () => {
  const [one, other] = [await startProcess(), await startProcess()]
  await insert(one.database, 'users')
  // Until then the bell may still be on its way, and stand behind whoever begins.
  await other.hears('users')
  const later = await startProcess()
  const elsewhere = later.database.connection.getClient().db(`${fresh.database.connection.name}-else`)
  await elsewhere.collection('users').insertOne({})
  await elsewhere.dropDatabase()
  await insert(one.database, 'accounts')
  await later.hears('accounts')
  expect(later.heard).toEqual(['accounts'])
})
