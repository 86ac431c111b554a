import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { newcomersFirst } from './newcomers-first.ts'

const callers = 60
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that notes how many had come in when it served each; what the clock reads is handed in. */
async function open(monotonic: () => number) {
  let cameIn = 0
  const cameInWhenServed: number[] = []
  const serve = (_request: IncomingMessage, answer: ServerResponse) => {
    cameInWhenServed.push(cameIn)
    answer.end('well')
  }
  const { onConnection, onRequest } = newcomersFirst(serve, monotonic)
  const server = createServer(onRequest).listen(0, '127.0.0.1')
  server.on('connection', () => {
    cameIn += 1
    onConnection()
  })
  closing.push(() => server.close())
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, cameInWhenServed }
}

async function ask(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n')
  return text(socket)
}

test('of many who come at the same moment nobody is served before most are let in, and all are', async () => {
  const { port, cameInWhenServed } = await open(() => 0)
  const answers = await Promise.all(Array.from({ length: callers }, () => ask(port)))
  expect(answers.filter((answer) => answer.includes('200 OK'))).toHaveLength(callers)
  expect(Math.min(...cameInWhenServed)).toBeGreaterThan(callers / 2)
})

test('nobody waits longer than a tenth of a second for those who come after', async () => {
  let now = 0
  const { port, cameInWhenServed } = await open(() => {
    now += 40
    return now
  })
  await Promise.all(Array.from({ length: callers }, () => ask(port)))
  expect(cameInWhenServed).toHaveLength(callers)
  expect(cameInWhenServed[0]).toBeLessThan(10)
})

test('who comes alone is served at once, in the same turn', async () => {
  const served: string[] = []
  const { onRequest } = newcomersFirst<string, string>(
    (request) => void served.push(request),
    () => 0,
  )
  onRequest('first', '')
  onRequest('second', '')
  expect(served).toEqual(['first', 'second'])
})

test('who asks while others wait is served after them', async () => {
  const served: string[] = []
  const { onConnection, onRequest } = newcomersFirst<string, string>(
    (request) => void served.push(request),
    () => 0,
  )
  onConnection()
  onRequest('first', '')
  onRequest('second', '')
  expect(served).toEqual([])
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  expect(served).toEqual(['first', 'second'])
})
