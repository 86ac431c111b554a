import { createHmac } from 'node:crypto'
import type { DeliveryView, HookView, Page } from '@fieldledger/contract'
import { defineInboxModels } from '@fieldledger/storage'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { mostMessages } from '../door/rate-limits.ts'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, origin, services } = stage
const { session } = ours.people.admin
const form = ours.records.forms
const made = await session('POST', `/forms/${form}/workflows`, { name: 'Delivered', trigger: 'webhook' })
const workflowId = String(made.body.id)
const place = (rest: string) => `/forms/${form}/workflow/${rest}?workflow=${workflowId}`
const makeSecret = async () => String((await session('POST', place('hook-secret'), {})).body.secret)
const secret = await makeSecret()

interface Sending {
  id?: string
  at?: number
  body?: string
  secret?: string
  to?: string
  headers?: Record<string, string>
}

/** As any sender by Standard Webhooks does it. */
async function send(sending: Sending = {}) {
  const { id = v7(), at = Date.now(), body = '{"number":"PO-1"}', to = workflowId } = sending
  const timestamp = String(Math.floor(at / 1000))
  const key = Buffer.from((sending.secret ?? secret).replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  const answer = await fetch(`${origin}/api/v1/hooks/${to}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
      ...sending.headers,
    },
    body,
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, answer }
}

async function deliveries(): Promise<DeliveryView[]> {
  return ((await session('GET', place('deliveries'))).body as unknown as Page<DeliveryView>).rows
}

test('a signed message is in the inbox when it is answered, and the same one again starts nothing anew', async () => {
  const id = v7()
  const taken = await send({ id })
  expect([taken.status, taken.body]).toEqual([202, { taken: true, repeated: false }])
  const inInbox = { companyId: ours.scope.companyId, workflowId, messageId: id }
  const { messages } = defineInboxModels(services.database.connection)
  expect(await messages.countDocuments(inInbox)).toBe(1)
  const again = await Promise.all([send({ id }), send({ id, body: '{"number":"PO-2"}' })])
  expect(again.map(({ status, body }) => [status, body.repeated])).toEqual([
    [202, true],
    [202, true],
  ])
  expect(await messages.countDocuments(inInbox)).toBe(1)
  expect((await deliveries()).find(({ messageId }) => messageId === id)).toMatchObject({
    state: 'received',
    body: '{"number":"PO-1"}',
  })
})

test('messages may arrive out of order: an earlier one after a later one is taken too', async () => {
  const later = await send({ at: Date.now() })
  const earlier = await send({ at: Date.now() - 200_000 })
  expect([later.status, earlier.status]).toEqual([202, 202])
})

test('what is not signed, signed wrongly, too long ago or for later is refused with a sentence, and not kept', async () => {
  const before = (await deliveries()).length
  const stranger = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const refused = [
    await send({ secret: stranger }),
    await send({ headers: { 'webhook-signature': '' } }),
    await send({ headers: { 'webhook-signature': 'v1,' } }),
    await send({ headers: { 'webhook-signature': 'nonsense' } }),
    await send({ headers: { 'webhook-id': 'another' } }),
    await send({ headers: { 'webhook-timestamp': 'yesterday' } }),
    await send({ at: Date.now() - 301_000 }),
    await send({ at: Date.now() + 302_000 }),
  ]
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401))
  expect(refused[0]?.body.detail).toBe(
    'The signature does not fit: sign the raw body with the secret of this workflow, then send it again.',
  )
  expect(refused[1]?.body.detail).toContain('webhook-id, webhook-timestamp and webhook-signature')
  expect(refused[6]?.body.detail).toContain('within five minutes')
  expect((await deliveries()).length).toBe(before)
})

test('a workflow that is not there, or has no secret, is answered as a wrong signature is', async () => {
  const wrong = await send({ secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` })
  for (const to of [v7(), form, 'nothing']) {
    const { status, body } = await send({ to })
    expect([status, body]).toEqual([wrong.status, wrong.body])
  }
})

test('a message larger than 256 KB is refused', async () => {
  expect((await send({ body: JSON.stringify({ text: 'x'.repeat(262_144) }) })).status).toBe(413)
})

test('a body is kept as it came, whatever it says it is', async () => {
  const body = '{"__proto__":{"a":1},"$where":"1"}'
  const id = v7()
  expect((await send({ id, body, headers: { 'content-type': 'text/plain' } })).status).toBe(202)
  expect((await deliveries()).find(({ messageId }) => messageId === id)).toMatchObject({ body })
})

test('a new secret is shown once; messages signed with the one before it are taken for another day, the one before that no more', async () => {
  const [second, third] = [await makeSecret(), await makeSecret()]
  expect(second).toMatch(/^whsec_/)
  const statuses = [await send(), await send({ secret: second }), await send({ secret: third })]
  expect(statuses.map(({ status }) => status)).toEqual([401, 202, 202])
  const { body } = await session('GET', place('hook'))
  const { url, secretMadeAt, previousUntil } = body as unknown as HookView
  expect(url).toContain(`/api/v1/hooks/${workflowId}`)
  expect(Date.parse(previousUntil ?? '') - Date.parse(secretMadeAt ?? '')).toBeGreaterThan(86_300_000)
  const { hookSecrets } = defineInboxModels(services.database.connection)
  const stored = await hookSecrets.findOne({ companyId: ours.scope.companyId, _id: workflowId }).lean()
  expect(JSON.stringify(stored)).not.toContain(third.slice(6))
})

test('one sender cannot flood: beyond its share of a minute it is put off with Retry-After, others are not', async () => {
  const from = 'hooks 127.0.0.1 /flooded'
  await services.hits.add(from, { by: mostMessages, windowMs: 60_000 })
  await expect.poll(async () => (await send({ to: 'flooded' })).status).toBe(429)
  const { body, answer } = await send({ to: 'flooded' })
  expect(body.code).toBe('too-often')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await send({ to: 'another' })).status).toBe(401)
})
