import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  bed = await openPracticeBed()
  ids.payable = await bed.idOf('Account', 'Accounts Payable')
  ids.materials = await bed.idOf('Account', 'Job Materials')
  ids.cogs = await bed.idOf('Account', 'Cost of Goods Sold')
  ids.stock = await bed.idOf('Account', 'Inventory Asset')
  ids.sales = await bed.idOf('Account', 'Sales of Product Income')
})
afterAll(() => bed.close())

const id = (name: string): string => ids[name] ?? name

describe('lists', () => {
  test.each([
    ['vendor', { DisplayName: 'Puget Ready Mix' }, 'Another vendor is already using this name'],
    ['vendor', { DisplayName: ' city of renton ' }, 'Another customer is already using this name'],
    ['vendor', { DisplayName: 'Dana Whitfield' }, 'Another employee is already using this name'],
    ['vendor', { DisplayName: 'Old Town Hardware' }, 'Another vendor is already using this name'],
    ['customer', { DisplayName: 'Cascade Lumber Supply' }, 'Another vendor is already using this name'],
    [
      'account',
      { Name: 'Job Materials', AccountType: 'Expense' },
      'Another account is already using this name',
    ],
    ['class', { Name: 'civil' }, 'Another class is already using this name'],
  ])('a taken name of a %s is refused with 6240', async (path, body, words) => {
    const refused = errorOf(await bed.api(`/${path}`, { body }))
    expect(refused).toMatchObject({ code: '6240', message: 'Duplicate Name Exists Error' })
    expect(refused.detail).toContain(words)
  })

  test.each<[title: string, path: string, body: () => JsonObject, refusal: JsonObject]>([
    ['a vendor without a name', 'vendor', () => ({}), { code: '2020', element: 'DisplayName' }],
    ['a vendor with a colon', 'vendor', () => ({ DisplayName: 'A:B' }), { code: '2040' }],
    ['a vendor with a long name', 'vendor', () => ({ DisplayName: 'x'.repeat(501) }), { code: '2050' }],
    [
      'an item without a type',
      'item',
      () => ({ Name: 'Loose', ExpenseAccountRef: { value: id('materials') } }),
      { code: '2020', element: 'Type' },
    ],
    [
      'an item without accounts',
      'item',
      () => ({ Name: 'Loose', Type: 'NonInventory' }),
      { code: '2020', element: 'ExpenseAccountRef' },
    ],
    [
      'an item with a name of 101 characters',
      'item',
      () => ({ Name: 'x'.repeat(101), Type: 'Service', ExpenseAccountRef: { value: id('materials') } }),
      { code: '2050', element: 'Name' },
    ],
    [
      'an item on a payable account',
      'item',
      () => ({ Name: 'Loose', Type: 'Service', ExpenseAccountRef: { value: id('payable') } }),
      { code: '6430' },
    ],
    [
      'an item of a taken name',
      'item',
      () => ({ Name: '2X4X8 STUD', Type: 'Service', ExpenseAccountRef: { value: id('materials') } }),
      { code: '6240' },
    ],
    [
      'inventory without quantity',
      'item',
      () => ({ ...inventory(), QtyOnHand: undefined as never }),
      { code: '2020', element: 'QtyOnHand' },
    ],
    [
      'inventory without start date',
      'item',
      () => ({ ...inventory(), InvStartDate: undefined as never }),
      { code: '2020', element: 'InvStartDate' },
    ],
    [
      'inventory without asset account',
      'item',
      () => ({ ...inventory(), AssetAccountRef: undefined as never }),
      { code: '2020', element: 'AssetAccountRef' },
    ],
    [
      'inventory on a plain expense account',
      'item',
      () => ({ ...inventory(), ExpenseAccountRef: { value: id('materials') } }),
      { code: '6430' },
    ],
    [
      'an account without a type',
      'account',
      () => ({ Name: 'Loose' }),
      { code: '2020', element: 'AccountType' },
    ],
    [
      'an account of an unknown type',
      'account',
      () => ({ Name: 'Loose', AccountType: 'Costs' }),
      { code: '2010' },
    ],
    ['a tax code', 'taxcode', () => ({ Name: 'VAT' }), { code: '500', message: 'Unsupported Operation' }],
    ['an address in capitals', 'Vendor', () => ({ DisplayName: 'Capital' }), { code: '500' }],
    ['an upload without a file', 'upload', () => ({}), { code: '2010' }],
  ])('%s is refused', async (_title, path, body, refusal) => {
    const answer = await bed.api(`/${path}`, { body: body() })
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject(refusal)
  })

  test('inventory with quantity 0 is created', async () => {
    expect(await bed.create('item', inventory())).toMatchObject({
      Type: 'Inventory',
      QtyOnHand: 0,
      TrackQtyOnHand: true,
    })
  })

  test('a list entity is not deleted but made inactive, and hidden from queries', async () => {
    const made = await bed.create('vendor', { DisplayName: 'Short Lived Ltd' })
    const body = { Id: made.Id, SyncToken: '0' }
    expect(errorOf(await bed.api('/vendor?operation=delete', { body })).code).toBe('500')
    await bed.create('vendor', { ...body, sparse: true, Active: false })
    expect(await bed.query("select * from Vendor where DisplayName = 'Short Lived Ltd'")).toEqual({})
  })

  test('a child item is named after its parent', async () => {
    const parent = await bed.create('item', { Name: 'Timber', Type: 'Category' })
    const child = await bed.create('item', {
      Name: 'Batten',
      Type: 'NonInventory',
      ExpenseAccountRef: { value: id('materials') },
      SubItem: true,
      ParentRef: { value: parent.Id },
    })
    expect(child.FullyQualifiedName).toBe('Timber:Batten')
  })

  test('an account gets its classification', async () => {
    expect(await bed.create('account', { Name: 'Scaffolding', AccountType: 'Expense' })).toMatchObject({
      Classification: 'Expense',
      FullyQualifiedName: 'Scaffolding',
    })
  })
})

function inventory(): JsonObject {
  return {
    Name: 'Hinge',
    Type: 'Inventory',
    TrackQtyOnHand: true,
    QtyOnHand: 0,
    InvStartDate: '2026-11-01',
    AssetAccountRef: { value: id('stock') },
    IncomeAccountRef: { value: id('sales') },
    ExpenseAccountRef: { value: id('cogs') },
  }
}
