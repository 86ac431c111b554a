import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { accountLine, errorOf, itemLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  bed = await openPracticeBed()
  ids.stud = await bed.idOf('Item', '2x4x8 Stud')
  ids.inactiveItem = await bed.idOf('Item', 'Asbestos test kit')
  ids.inactiveVendor = await bed.idOf('Vendor', 'Old Town Hardware')
  ids.customer = await bed.idOf('Customer', 'City of Renton')
  ids.payable = await bed.idOf('Account', 'Accounts Payable')
  ids.materials = await bed.idOf('Account', 'Job Materials')
})
afterAll(() => bed.close())

const id = (name: string): string => ids[name] ?? name

describe('purchase orders that are refused', () => {
  test.each<[title: string, changes: () => JsonObject, refusal: JsonObject]>([
    [
      'no vendor',
      () => ({ VendorRef: { value: '9999' } }),
      { code: '2500', detail: 'Invalid Reference Id : Names element id 9999 not found' },
    ],
    ['a customer as vendor', () => ({ VendorRef: { value: id('customer') } }), { code: '2500' }],
    [
      'an unknown item',
      () => ({ Line: [itemLine('777')] }),
      { code: '2500', detail: 'Invalid Reference Id : Items element id 777 not found' },
    ],
    [
      'an unknown account',
      () => ({ Line: [accountLine('777')] }),
      { code: '2500', detail: 'Invalid Reference Id : Accounts element id 777 not found' },
    ],
    [
      'an unknown class',
      () => ({
        Line: [
          accountLine(id('materials'), {
            AccountBasedExpenseLineDetail: {
              AccountRef: { value: id('materials') },
              ClassRef: { value: '777' },
            },
          }),
        ],
      }),
      { code: '2500', detail: 'Invalid Reference Id : Klasses element id 777 not found' },
    ],
    [
      'an unknown location',
      () => ({ DepartmentRef: { value: '777' } }),
      { code: '2500', detail: 'Invalid Reference Id : Depts element id 777 not found' },
    ],
    [
      'unknown terms',
      () => ({ SalesTermRef: { value: '777' } }),
      { code: '2500', detail: 'Invalid Reference Id : Terms element id 777 not found' },
    ],
    ['an inactive vendor', () => ({ VendorRef: { value: id('inactiveVendor') } }), { code: '610' }],
    ['an inactive item', () => ({ Line: [itemLine(id('inactiveItem'))] }), { code: '610' }],
    ['no lines', () => ({ Line: [] }), { code: '2020', element: 'Line' }],
    [
      'a line without amount',
      () => ({
        Line: [
          {
            DetailType: 'AccountBasedExpenseLineDetail',
            AccountBasedExpenseLineDetail: { AccountRef: { value: id('materials') } },
          },
        ],
      }),
      { code: '2020', element: 'Line.Amount' },
    ],
    [
      'a line that does not add up',
      () => ({ Line: [itemLine(id('stud'), { Amount: 81 })] }),
      { code: '6070' },
    ],
    [
      'a number of 22 characters',
      () => ({ DocNumber: 'x'.repeat(22) }),
      {
        code: '2050',
        element: 'DocNumber',
        detail:
          'String length specified does not match the supported length. Min:0 Max:21 supported. Supplied length:22',
      },
    ],
    [
      'a private note of 4001 characters',
      () => ({ PrivateNote: 'x'.repeat(4001) }),
      { code: '2050', element: 'PrivateNote' },
    ],
    [
      'an unknown property',
      () => ({ Colour: 'red' }),
      { code: '2010', detail: 'Property Name:Colour specified is unsupported or invalid' },
    ],
    [
      'an unknown property in a line',
      () => ({ Line: [itemLine(id('stud'), { Colour: 'red' })] }),
      { code: '2010', detail: 'Property Name:Line.Colour specified is unsupported or invalid' },
    ],
    [
      'a date that is none',
      () => ({ DueDate: '1.12.2026' }),
      { code: '2010', detail: 'Property Name:DueDate specified is unsupported or invalid' },
    ],
    [
      'a day that no calendar has',
      () => ({ DueDate: '2026-02-30' }),
      { code: '2010', detail: 'Property Name:DueDate specified is unsupported or invalid' },
    ],
    ['a date with a tail', () => ({ TxnDate: '2026-02-03x' }), { code: '2010' }],
    ['an unknown status', () => ({ POStatus: 'Done' }), { code: '2010' }],
    [
      'an expense account as payable account',
      () => ({ APAccountRef: { value: id('materials') } }),
      { code: '6430' },
    ],
    ['a line on the payable account', () => ({ Line: [accountLine(id('payable'))] }), { code: '6000' }],
    ['a negative total', () => ({ Line: [accountLine(id('materials'), { Amount: -5 })] }), { code: '6000' }],
    ['another currency', () => ({ CurrencyRef: { value: 'EUR' } }), { code: '6000' }],
  ])('%s is refused', async (_title, changes, refusal) => {
    const answer = await bed.api('/purchaseorder', { body: await bed.purchaseOrder(changes()) })
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ type: 'ValidationFault', ...refusal })
  })

  test('an amount beyond all numbers is refused', async () => {
    const text = JSON.stringify(await bed.purchaseOrder()).replace('"Amount":60', '"Amount":1e999')
    expect(errorOf(await bed.api('/purchaseorder', { text })).code).toBe('2010')
  })

  test.each(['VendorRef', 'APAccountRef', 'Line'])(
    'an order without %s is refused with 2020',
    async (property) => {
      const { [property]: _, ...body } = await bed.purchaseOrder()
      expect(errorOf(await bed.api('/purchaseorder', { body }))).toMatchObject({
        code: '2020',
        element: property,
      })
    },
  )
})
