import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from '../../../apps/api/src/testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, theirs } = stage
/** The first one, which signs as below; and one that tells nothing. */
const [told, silent] = [true, false].map(
  (tells) => stage.services.connectors.find(({ webhooks }) => (webhooks !== undefined) === tells)?.id ?? '',
)
const collection = <Row extends { _id: string }>(name: string) =>
  stage.services.database.connection.collection<Row>(name)
const kept = () =>
  collection<{ _id: string; companyId: string; eventId: string }>('ledgerEvents').find().toArray()

beforeAll(async () => {
  for (const [company, realm] of [
    [ours, '310687'],
    [theirs, '555'],
  ] as const)
    await collection('connections').updateOne(
      { _id: company.records.connections },
      {
        $set: {
          provider: 'quickbooks-online',
          environment: 'practice',
          state: 'active',
          ledgerCompanyId: realm,
        },
      },
    )
})

async function tell(events: unknown, by = 'practice-webhook-secret', provider = told) {
  const body = JSON.stringify(events)
  const answer = await fetch(`${stage.origin}/api/v1/webhooks/${provider}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'intuit-signature': createHmac('sha256', by).update(body).digest('base64'),
    },
    body,
  })
  return { status: answer.status, text: await answer.text() }
}
const event = (id: string, realm = '310687') => ({
  ...{ specversion: '1.0', id, type: 'qbo.vendor.updated.v1', intuitentityid: '7', intuitaccountid: realm },
})

test('an event is kept before it is answered, with 200 and nothing else, once however often it is told', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => tell([event('a'), event('b')])))
  for (const answer of answers) expect(answer).toEqual({ status: 200, text: '' })
  expect((await kept()).map(({ companyId, eventId }) => [companyId, eventId]).sort()).toEqual(
    ['a', 'b'].map((id) => [ours.scope.companyId, id]),
  )
})

test('each company hears of its own books alone; of strangers’ books nobody does', async () => {
  expect((await tell([event('c', '555'), event('d', 'nobody')])).status).toBe(200)
  const rows = (await kept()).filter(({ eventId }) => ['c', 'd'].includes(eventId))
  expect(rows).toMatchObject([{ companyId: theirs.scope.companyId, eventId: 'c' }])
})

test('what is signed by somebody else is refused, and a ledger that tells nothing has no door', async () => {
  expect((await tell([event('e')], 'another')).status).toBe(401)
  expect((await tell([event('e')], 'x', silent)).status).toBe(404)
  expect((await kept()).some(({ eventId }) => eventId === 'e')).toBe(false)
})
