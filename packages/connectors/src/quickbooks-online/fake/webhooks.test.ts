import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isObject, type JsonObject, listOf } from '../../fake-service/json.ts'
import { openReceiver, signatureOf } from '../../fake-service/webhook-receiver.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let receiver: Awaited<ReturnType<typeof openReceiver>>
let statuses: number[] = []

beforeAll(async () => {
  bed = await openPracticeBed()
})
beforeEach(async () => {
  receiver?.close()
  statuses = []
  receiver = await openReceiver(() => statuses.shift() ?? 200)
})
afterAll(() => {
  receiver.close()
  return bed.close()
})

const secret = 'verifier-token'
const subscribe = (more: JsonObject = {}) =>
  bed.control('/webhooks', { url: receiver.url, secret, retryDelaysMs: [0, 0], ...more })
const vendor = (DisplayName: string) => bed.create('vendor', { DisplayName })
const deliver = async (body: JsonObject = {}) =>
  listOf((await bed.control('/webhooks/deliver', body)).json.deliveries)
const events = (text: string): JsonObject[] => JSON.parse(text)

describe('a change is told', () => {
  test('as a CloudEvent, thin and signed', async () => {
    await subscribe()
    const { Id } = await vendor('Told Ltd')
    const [message] = await receiver.heard(1)
    expect(message?.headers['intuit-signature']).toBe(signatureOf(message?.text ?? '', secret))
    expect(events(message?.text ?? '')).toEqual([
      {
        specversion: '1.0',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        source: expect.any(String),
        type: 'qbo.vendor.created.v1',
        datacontenttype: 'application/json',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        intuitentityid: Id,
        intuitaccountid: bed.realm,
        data: {},
      },
    ])
  })

  test('in the form before, where that is asked for', async () => {
    await subscribe({ form: 'event-notifications' })
    const { Id } = await vendor('Old Form Ltd')
    await bed.control(`/realms/${bed.realm}/vendor/${Id}`, { Active: false })
    const [, message] = await receiver.heard(2)
    expect(JSON.parse(message?.text ?? '')).toEqual({
      eventNotifications: [
        {
          realmId: bed.realm,
          dataChangeEvent: {
            entities: [{ name: 'Vendor', id: Id, operation: 'Update', lastUpdated: expect.any(String) }],
          },
        },
      ],
    })
  })

  test('again and again until 2xx is heard, and then given up', async () => {
    await subscribe()
    statuses = [500, 302]
    await vendor('Stubborn Ltd')
    await receiver.heard(3)
    expect(await deliver()).toMatchObject([{ state: 'delivered', heard: [500, 302, 200] }])
    statuses = [500, 500, 500]
    await vendor('Lost Ltd')
    await receiver.heard(6)
    const gone = (await bed.control('/webhooks', {}, 'GET')).json.deliveries
    expect(listOf(gone).at(-1)).toMatchObject({ heard: [500, 500, 500] })
    expect((await deliver()).at(-1)).toMatchObject({ state: 'delivered' })
  })

  test('late, twice and in disorder when that is asked for', async () => {
    await subscribe({ held: true })
    for (const name of ['One', 'Two', 'Three']) await vendor(`Held ${name}`)
    expect(receiver.messages).toEqual([])
    await deliver({ order: 'reversed', times: 2 })
    const ids = receiver.messages.map(({ text }) => Number(events(text)[0]?.intuitentityid))
    expect(ids).toHaveLength(6)
    expect(ids).toEqual(ids.toSorted((left, right) => right - left))
    expect(new Set(receiver.messages.map(({ text }) => events(text)[0]?.id)).size).toBe(3)
    await deliver({ again: true, order: 'shuffled', seed: 7 })
    expect(receiver.messages).toHaveLength(9)
  })

  test('all in one message when much was held', async () => {
    await subscribe({ held: true })
    for (const name of ['Four', 'Five']) await vendor(`Held ${name}`)
    await deliver({ together: true })
    expect(receiver.messages.map(({ text }) => events(text).length)).toEqual([2])
  })

  test('only to this machine, and to nobody after that was ended', async () => {
    const far = await bed.control('/webhooks', { url: 'https://example.com/hook', secret })
    expect([far.status, String(far.json.error)]).toEqual([400, expect.stringContaining('this machine')])
    await subscribe()
    await bed.control('/webhooks', {}, 'DELETE')
    await vendor('Nobody Hears Ltd')
    expect((await bed.control('/webhooks', {}, 'GET')).json).toEqual({ target: null, deliveries: [] })
  })
})

describe('a duplicate is merged by hand', () => {
  test('its documents are the other’s, it is inactive, and the merge is told', async () => {
    const [kept, duplicate] = [await vendor('Kept Ltd'), await vendor('Kept Limited')]
    const order = await bed.create(
      'purchaseorder',
      await bed.purchaseOrder({ VendorRef: { value: duplicate.Id } }),
    )
    await subscribe()
    const merged = await bed.control(`/realms/${bed.realm}/vendor/${duplicate.Id}/merge`, { into: kept.Id })
    expect(merged.json.Id).toBe(kept.Id)
    const [message] = await receiver.heard(1)
    expect(events(message?.text ?? '')).toMatchObject([
      { type: 'qbo.vendor.merged.v1', intuitentityid: kept.Id, data: { deletedId: duplicate.Id } },
      { type: 'qbo.purchaseorder.updated.v1', intuitentityid: order.Id },
    ])
    const shown = (await bed.api(`/purchaseorder/${order.Id}`)).json.PurchaseOrder
    expect(isObject(shown) && shown.VendorRef).toEqual({ value: kept.Id, name: 'Kept Ltd' })
    const gone = (await bed.api(`/vendor/${duplicate.Id}`)).json.Vendor
    expect(gone).toMatchObject({ Active: false, DisplayName: 'Kept Limited (deleted)' })
  })

  test('what is no duplicate of anything is refused', async () => {
    const { Id } = await vendor('Alone Ltd')
    const answer = await bed.control(`/realms/${bed.realm}/vendor/${Id}/merge`, { into: Id })
    expect(answer.status).toBe(400)
  })
})
