import { answeredWithin, connectDatabase } from '@fieldledger/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLine, type UnreliableLine } from '../faults/lines/unreliable-line.ts'

const server = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
let line: UnreliableLine

beforeAll(async () => {
  line = await openLine({ port: Number(server.port) })
})
afterAll(() => line.close())

test('a command whose connection is given up while it is being written is given up too, and the next one is answered', async () => {
  const url = `mongodb://127.0.0.1:${line.port}/silent-${process.pid}?directConnection=true`
  const database = await connectDatabase(url, { answerWithinMs: 300 })
  const notes = database.connection.collection<{ text: string }>('notes')
  await notes.insertOne({ text: 'short' })
  line.throttle(1)
  const longerThanALineHolds = 'x'.repeat(15_000_000)
  await expect(answeredWithin(1000, notes.insertOne({ text: longerThanALineHolds }))).rejects.toMatchObject({
    code: 'database-silent',
    retryable: true,
  })
  line.throttle(undefined)
  expect(await answeredWithin(10_000, notes.countDocuments({ text: 'short' }))).toBe(1)
  await database.connection.dropDatabase()
  await database.close()
})
