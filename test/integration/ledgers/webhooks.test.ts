import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from '../../../apps/api/src/testing/stage.ts'
import { openPracticeBed as openQuickBooks } from '../../../packages/connectors/src/quickbooks-online/fake/practice-bed.ts'
import {
  accountLine,
  openPracticeBed as openXero,
} from '../../../packages/connectors/src/xero/fake/practice-bed.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, theirs } = stage
/** The first one, which signs as below; and one that tells nothing. */
const [telling, silent] = [true, false].map(
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

async function tell(events: unknown, by = 'practice-webhook-secret', provider = telling) {
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

const secret = 'practice-webhook-secret'
const door = (provider: string) => `${stage.origin}/api/v1/webhooks/${provider}`
const connectTo = (company: typeof ours, books: { provider: string; ledgerCompanyId: string }) =>
  collection('connections').updateOne(
    { _id: company.records.connections },
    { $set: { ...books, environment: 'practice', state: 'active' } },
  )
const told = async (ledgerCompanyId: string) => {
  const rows = await collection<{ _id: string; ledger: string; record: string; remoteId: string }>(
    'ledgerEvents',
  )
    .find({ ledger: { $regex: ledgerCompanyId } })
    .toArray()
  return rows.map(({ record, remoteId }) => `${record} ${remoteId}`).sort()
}

test.each(['cloud-events', 'event-notifications'])(
  'QuickBooks’ own messages, as %s, twice and in disorder: each change is kept once',
  async (form) => {
    const bed = await openQuickBooks()
    await connectTo(ours, { provider: 'quickbooks-online', ledgerCompanyId: bed.realm })
    await bed.control('/webhooks', { url: door('quickbooks-online'), secret, form, held: true })
    const [kept, merged] = [
      await bed.create('vendor', { DisplayName: 'A' }),
      await bed.create('vendor', { DisplayName: 'B' }),
    ]
    const order = await bed.create('purchaseorder', await bed.purchaseOrder())
    await bed.control(`/realms/${bed.realm}/vendor/${merged.Id}/merge`, { into: kept.Id })
    await bed.control('/webhooks/deliver', { order: 'reversed', times: 2 })
    await bed.control('/webhooks/deliver', { order: 'shuffled', again: true, together: true })
    expect(await told(bed.realm)).toEqual(
      // Made and merged are two changes of each; the order was made.
      [
        ...[`vendor ${kept.Id}`, `vendor ${kept.Id}`, `vendor ${merged.Id}`, `vendor ${merged.Id}`],
        `document ${order.Id}`,
      ].sort(),
    )
    await bed.close()
  },
)

test('Xero believes in our door, since what is signed wrongly is refused there; then it tells of contacts and bills', async () => {
  const bed = await openXero()
  await connectTo(theirs, { provider: 'xero', ledgerCompanyId: bed.realm })
  const { json } = await bed.control('/webhooks', { url: door('xero'), secret })
  expect(json).toMatchObject({ intentToReceive: { status: 'OK' } })
  const { ContactID } = await bed.create('Contacts', { Name: 'Told Ltd' })
  const bill = await bed.create('Invoices', {
    ...{ Type: 'ACCPAY', Contact: { ContactID: String(ContactID) }, DueDate: '2026-12-01' },
    ...{ LineItems: [accountLine()], Status: 'AUTHORISED' },
  })
  await bed.control('/webhooks/deliver', { again: true, times: 2 })
  expect(await told(bed.realm)).toEqual([`document ${bill.InvoiceID}`, `vendor ${ContactID}`])
  await bed.close()
})
