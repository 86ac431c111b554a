import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startTracing } from './start-tracing.ts'

interface ToldSpan {
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: { stringValue?: string } }[]
  status: { code?: number; message?: string }
}

class Refused extends Error {
  readonly code = 'vendor-missing'
}

async function collector() {
  const told: ToldSpan[] = []
  const server = createServer(async (request, reply) => {
    const body = (await request.toArray()).map(String).join('')
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const { spans } of scopeSpans) told.push(...spans)
    reply.end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { told, url: `http://127.0.0.1:${port}/v1/traces` }
}

test('what is done within something is told as its child, with its ids; a failure tells its code, not its sentence', async () => {
  const { told, url } = await collector()
  const tracing = await startTracing({ url, service: 'worker' })
  await tracing?.span({ name: 'run', attributes: { run: 'r1' } }, async () => {
    await tracing.span({ name: 'step', attributes: { step: 's1' } }, async () => undefined)
    const failing = tracing.span({ name: 'send' }, async () => {
      throw new Refused('The vendor Smith & Sons is not linked.')
    })
    await expect(failing).rejects.toThrow(Refused)
  })
  await tracing?.close()
  const [step, send, run] = ['step', 'send', 'run'].map((name) => told.find((span) => span.name === name))
  expect(run?.attributes).toEqual([{ key: 'run', value: { stringValue: 'r1' } }])
  expect(step?.parentSpanId).toBe(run?.spanId)
  expect(send).toMatchObject({ parentSpanId: run?.spanId, status: { code: 2, message: 'vendor-missing' } })
  expect(JSON.stringify(told)).not.toContain('Smith')
})

test('without an address there is no tracing, and a collector that is away holds nobody up', async () => {
  expect(await startTracing({ url: undefined, service: 'api' })).toBeUndefined()
  const tracing = await startTracing({ url: 'http://127.0.0.1:1/v1/traces', service: 'api' })
  expect(await tracing?.span({ name: 'anything' }, async () => 7)).toBe(7)
  await tracing?.close()
})
