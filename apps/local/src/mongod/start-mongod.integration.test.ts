import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheFolder } from './cache-folder.ts'
import { findMongod } from './find-mongod.ts'
import { type RunningMongod, startMongod } from './start-mongod.ts'

let dataFolder: string
let program: string
const running: RunningMongod[] = []

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-mongod-'))
  const search = {
    cacheFolder: cacheFolder(process.env.FIELDLEDGER_CACHE),
    given: process.env.FIELDLEDGER_MONGOD,
  }
  program = (await findMongod({ ...search, path: process.env.PATH ?? '', say: () => undefined })).program
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((mongod) => mongod.process.stop()))
  await rm(dataFolder, { recursive: true, force: true })
})

async function start(folder = dataFolder) {
  const mongod = await startMongod({ program, dataFolder: folder })
  running.push(mongod)
  return mongod
}

async function within<Answer>(mongod: RunningMongod, work: (client: MongoClient) => Promise<Answer>) {
  const client = new MongoClient(mongod.url)
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

test('what was written is there after kill -9, on another port', async () => {
  const first = await start()
  await within(first, (client) =>
    client
      .db()
      .collection('kept')
      .insertOne({ word: 'kept' }, { writeConcern: { w: 'majority' } }),
  )
  first.process.kill('SIGKILL')
  await first.process.ended

  const second = await start()
  expect(second.port).not.toBe(first.port)
  expect(await within(second, (client) => client.db().collection('kept').countDocuments())).toBe(1)
}, 60_000)

test('transactions work', async () => {
  const mongod = await start()
  await within(mongod, (client) =>
    client.withSession((session) =>
      session.withTransaction(() => client.db().collection('rows').insertOne({ a: 1 }, { session })),
    ),
  )
  expect(await within(mongod, (client) => client.db().collection('rows').countDocuments())).toBe(1)
}, 60_000)

test('a second MongoDB on the same folder is refused with the way out', async () => {
  await start()
  await expect(startMongod({ program, dataFolder })).rejects.toThrow(
    /Another MongoDB already uses .*: stop it, or set FIELDLEDGER_DATA to another folder\./,
  )
}, 60_000)
