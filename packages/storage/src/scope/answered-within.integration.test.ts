import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { answeredWithin } from './answered-within.ts'
import { connectDatabase } from './connect-database.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let line: Awaited<ReturnType<typeof openLine>>

beforeAll(async () => {
  fresh = await freshDatabase()
  line = await openLine(new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '').host)
})
afterAll(async () => {
  line.close()
  await fresh.drop()
})

/** A line to the database that can stop taking anything, as to a machine that hangs. */
async function openLine(host: string) {
  const [name = '', port = ''] = host.split(':')
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect(Number(port), name)
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
    sockets.push(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang() {
      for (const socket of sockets.splice(0)) {
        socket.unpipe()
        socket.pause()
      }
    },
    close() {
      server.close()
    },
  }
}

test('a command whose connection is given up while it is being written is given up too, and the next one is answered', async () => {
  const url = `mongodb://${line.host}/${fresh.database.connection.name}?directConnection=true`
  const database = await connectDatabase(url, { answerWithinMs: 300 })
  const notes = database.connection.collection<{ text: string }>('notes')
  await notes.insertOne({ text: 'short' })
  line.hang()
  const longerThanALineHolds = 'x'.repeat(15_000_000)
  await expect(answeredWithin(1000, notes.insertOne({ text: longerThanALineHolds }))).rejects.toMatchObject({
    code: 'database-away',
    retryable: true,
  })
  expect(await answeredWithin(10_000, notes.countDocuments({ text: 'short' }))).toBe(1)
  await database.close()
})
