import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createEgress, type Egress, type EgressError, type EgressRequest } from './index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function listening(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(
    () =>
      new Promise((closed) => {
        if ('closeAllConnections' in server) server.closeAllConnections()
        server.close(closed)
      }),
  )
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function egressFor(...allow: string[]): Egress {
  const egress = createEgress({ allow })
  closing.push(() => egress.close())
  return egress
}

const get = (origin: string, path = '/'): EgressRequest => ({ origin, method: 'GET', path, headers: {} })
const post = (origin: string, rest: Partial<EgressRequest> = {}): EgressRequest => ({
  origin,
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
  ...rest,
})
const failureOf = (sent: Promise<unknown>): Promise<EgressError> =>
  sent.then(
    () => undefined as never,
    (error) => error,
  )

test('the allowed practice origin is called over http, and its answer comes back whole', async () => {
  const origin = await listening(
    createServer((request, response) => {
      let body = ''
      request.on('data', (piece) => {
        body += piece
      })
      request.on('end', () => response.writeHead(201, { 'X-One': 'yes' }).end(`${request.url} ${body}`))
    }),
  )
  const answer = await egressFor(origin).send(post(origin, { path: '/v3?x=1' }))
  expect(answer).toMatchObject({ status: 201, text: '/v3?x=1 {"a":1}', headers: { 'x-one': 'yes' } })
})

test.each([
  ['http://127.0.0.1:9', '/'],
  ['https://127.0.0.1', '/'],
  ['https://[::1]', '/'],
  ['https://[::ffff:10.0.0.1]', '/'],
  ['https://169.254.169.254', '/latest/meta-data'],
  ['https://localhost', '/'],
  ['http://books.example', '/'],
  ['https://user:pass@books.example', '/'],
  ['https://books.example/path', '/'],
  ['file:///etc', '/passwd'],
])('%s is refused before anything is sent', async (origin, path) => {
  const error = await failureOf(egressFor('http://127.0.0.1:4001').send(get(origin, path)))
  expect(error).toMatchObject({ code: 'destination-refused', nothingSent: true, retryable: false })
})

test('a path cannot lead to another origin', async () => {
  const origin = 'http://127.0.0.1:4001'
  for (const path of ['//evil.example/', 'https://evil.example', '\\\\evil.example', '@evil.example'])
    expect(await failureOf(egressFor(origin).send(get(origin, path)))).toMatchObject({
      code: 'destination-refused',
    })
})

test('a redirect is an answer, not a journey', async () => {
  const origin = await listening(
    createServer((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    ),
  )
  expect(await egressFor(origin).send(get(origin))).toMatchObject({ status: 302 })
})

test('a port that nobody listens on is never-connected', async () => {
  const server = createServer()
  const origin = await listening(server)
  await closing.pop()?.()
  expect(await failureOf(egressFor(origin).send(post(origin)))).toMatchObject({
    code: 'never-connected',
    nothingSent: true,
  })
})

test('a port that speaks no TLS is never-connected', async () => {
  const origin = await listening(
    createSocketServer((socket) => socket.on('error', () => {}).end('no TLS here', () => socket.destroy())),
  )
  const secure = origin.replace('http:', 'https:')
  expect(await failureOf(egressFor(secure).send(post(secure)))).toMatchObject({ code: 'never-connected' })
})

test('a request without a body asks before it leaves, too', async () => {
  let calls = 0
  const origin = await listening(
    createServer((_request, response) => {
      calls += 1
      response.end()
    }),
  )
  class ClaimLost extends Error {}
  const beforeFirstByte = async () => {
    throw new ClaimLost('lost')
  }
  const sent = egressFor(origin).send({ ...get(origin), method: 'DELETE', beforeFirstByte })
  await expect(sent).rejects.toBeInstanceOf(ClaimLost)
  expect(calls).toBe(0)
})

test('a reset after the request was sent is a broken exchange', async () => {
  const origin = await listening(createServer((request) => request.socket.destroy()))
  expect(await failureOf(egressFor(origin).send(post(origin)))).toMatchObject({
    code: 'broken-exchange',
    reason: 'reset',
    nothingSent: false,
  })
})

test('a slow answer and a long one are cut off as broken', async () => {
  const origin = await listening(
    createServer((request, response) => {
      if (request.url === '/long') response.end('x'.repeat(5000))
    }),
  )
  const egress = egressFor(origin)
  expect(await failureOf(egress.send(post(origin, { timeoutMs: 50 })))).toMatchObject({ reason: 'timeout' })
  const long = post(origin, { path: '/long', maxBytes: 1000 })
  expect(await failureOf(egress.send(long))).toMatchObject({ reason: 'too-long', nothingSent: false })
})

test('row 7: an answer without an end is cut off long before a hundred megabytes, and so is one of a byte a second', async () => {
  let written = 0
  const origin = await listening(
    createServer((request, response) => {
      if (request.url === '/drops') {
        const dropping = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(dropping))
        return
      }
      const piece = Buffer.alloc(65_536, 'x')
      const pour = () => {
        while (!response.destroyed && written < 100 * 1024 * 1024) {
          written += piece.length
          if (!response.write(piece)) return void response.once('drain', pour)
        }
      }
      pour()
    }),
  )
  const egress = egressFor(origin)
  expect(await failureOf(egress.send(post(origin)))).toMatchObject({ reason: 'too-long', nothingSent: false })
  expect(written).toBeLessThan(50 * 1024 * 1024)
  const drops = post(origin, { path: '/drops', timeoutMs: 200 })
  expect(await failureOf(egress.send(drops))).toMatchObject({ reason: 'timeout', nothingSent: false })
})

test('the wire is silent until beforeFirstByte has agreed, and stays silent when it refuses', async () => {
  let bytes = 0
  const origin = await listening(
    createSocketServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (piece) => {
        bytes += piece.length
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok')
      })
    }),
  )
  const egress = egressFor(origin)
  let seenBefore = -1
  const agreed = post(origin, {
    beforeFirstByte: async () => {
      await new Promise(setImmediate)
      seenBefore = bytes
    },
  })
  expect(await egress.send(agreed)).toMatchObject({ text: 'ok' })
  expect([seenBefore, bytes > 0]).toEqual([0, true])
  bytes = 0
  class ClaimLost extends Error {}
  const refused = post(origin, {
    beforeFirstByte: async () => {
      throw new ClaimLost('lost')
    },
  })
  await expect(egress.send(refused)).rejects.toBeInstanceOf(ClaimLost)
  expect(bytes).toBe(0)
})
