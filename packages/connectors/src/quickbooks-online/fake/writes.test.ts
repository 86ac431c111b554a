import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { accountLine, errorOf, itemLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  bed = await openPracticeBed()
  ids.stud = await bed.idOf('Item', '2x4x8 Stud')
  ids.service = await bed.idOf('Item', 'Site delivery')
  ids.inactiveItem = await bed.idOf('Item', 'Asbestos test kit')
  ids.vendor = await bed.idOf('Vendor', 'Cascade Lumber Supply')
  ids.otherVendor = await bed.idOf('Vendor', 'Puget Ready Mix')
  ids.inactiveVendor = await bed.idOf('Vendor', 'Old Town Hardware')
  ids.customer = await bed.idOf('Customer', 'City of Renton')
  ids.payable = await bed.idOf('Account', 'Accounts Payable')
  ids.materials = await bed.idOf('Account', 'Job Materials')
  ids.cogs = await bed.idOf('Account', 'Cost of Goods Sold')
  ids.stock = await bed.idOf('Account', 'Inventory Asset')
  ids.sales = await bed.idOf('Account', 'Sales of Product Income')
})
afterAll(() => bed.close())

const id = (name: string): string => ids[name] ?? name

describe('purchase orders', () => {
  test('a new order gets ids, names, a total, a status and version 0', async () => {
    const answer = await bed.api('/purchaseorder?minorversion=75', {
      body: await bed.purchaseOrder({
        DocNumber: 'PO-1',
        DueDate: '2026-12-01',
        PrivateNote: 'gate code 12',
        TotalAmt: 1,
      }),
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('intuit_tid')).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/)
    expect(answer.json.PurchaseOrder).toMatchObject({
      SyncToken: '0',
      domain: 'QBO',
      DocNumber: 'PO-1',
      DueDate: '2026-12-01',
      PrivateNote: 'gate code 12',
      POStatus: 'Open',
      TotalAmt: 140,
      VendorRef: { value: id('vendor'), name: 'Cascade Lumber Supply' },
      CurrencyRef: { value: 'USD' },
      Line: [
        {
          Id: '1',
          LineNum: 1,
          ItemBasedExpenseLineDetail: { ItemRef: { name: '2x4x8 Stud' }, Qty: 8, UnitPrice: 10 },
        },
        { Id: '2', LineNum: 2, AccountBasedExpenseLineDetail: { AccountRef: { name: 'Job Materials' } } },
      ],
    })
  })

  test('a full update clears what it leaves out, a sparse one keeps it', async () => {
    const made = await bed.create(
      'purchaseorder',
      await bed.purchaseOrder({ DocNumber: 'PO-2', PrivateNote: 'kept?' }),
    )
    const sparse = await bed.create('purchaseorder', {
      Id: made.Id,
      SyncToken: '0',
      sparse: true,
      DueDate: '2026-12-24',
    })
    expect(sparse).toMatchObject({
      SyncToken: '1',
      PrivateNote: 'kept?',
      DueDate: '2026-12-24',
      TotalAmt: 140,
    })
    const full = await bed.create('purchaseorder', await bed.purchaseOrder({ Id: made.Id, SyncToken: '1' }))
    expect(full.PrivateNote).toBeUndefined()
    expect(full.DocNumber).toBeUndefined()
    expect(full.SyncToken).toBe('2')
  })

  test('a known line id is kept, an unknown one is new, a line left out is gone', async () => {
    const made = await bed.create('purchaseorder', await bed.purchaseOrder())
    const Line = [
      accountLine(id('materials'), { Id: '2', Amount: 61 }),
      accountLine(id('materials'), { Id: '99', Amount: 5 }),
    ]
    const updated = await bed.create('purchaseorder', { Id: made.Id, SyncToken: '0', sparse: true, Line })
    expect(updated.Line).toMatchObject([
      { Id: '2', Amount: 61 },
      { Id: '3', Amount: 5 },
    ])
    expect(updated.TotalAmt).toBe(66)
  })

  test('an order is closed by an update, opened again, and deleted', async () => {
    const made = await bed.create('purchaseorder', await bed.purchaseOrder())
    const closed = await bed.create('purchaseorder', {
      Id: made.Id,
      SyncToken: '0',
      sparse: true,
      POStatus: 'Closed',
    })
    expect(closed).toMatchObject({ POStatus: 'Closed', ManuallyClosed: true })
    const open = await bed.create('purchaseorder', {
      Id: made.Id,
      SyncToken: '1',
      sparse: true,
      POStatus: 'Open',
    })
    expect(open).toMatchObject({ POStatus: 'Open' })
    const gone = await bed.api('/purchaseorder?operation=delete', { body: { Id: made.Id, SyncToken: '2' } })
    expect(gone.json.PurchaseOrder).toEqual({ domain: 'QBO', status: 'Deleted', Id: made.Id })
    expect(errorOf(await bed.api(`/purchaseorder/${made.Id}`)).code).toBe('610')
  })

  test('an order without a number gets the next one', async () => {
    const first = await bed.create('purchaseorder', await bed.purchaseOrder({ DocNumber: '5000' }))
    const second = await bed.create('purchaseorder', await bed.purchaseOrder())
    expect([first.DocNumber, second.DocNumber]).toEqual(['5000', '5001'])
  })

  test('a bill that is linked to an order closes it and protects it from deletion', async () => {
    const order = await bed.create('purchaseorder', await bed.purchaseOrder())
    const LinkedTxn = [{ TxnId: order.Id, TxnType: 'PurchaseOrder' }]
    const bill = await bed.create('bill', {
      VendorRef: { value: id('vendor') },
      Line: [accountLine(id('materials'))],
      LinkedTxn,
    })
    const billed = await bed.create('purchaseorder', {
      Id: order.Id,
      SyncToken: '1',
      sparse: true,
      PrivateNote: 'x',
    })
    expect(billed).toMatchObject({ POStatus: 'Closed', LinkedTxn: [{ TxnId: bill.Id, TxnType: 'Bill' }] })
    const refused = await bed.api('/purchaseorder?operation=delete', {
      body: { Id: order.Id, SyncToken: '2' },
    })
    expect(errorOf(refused)).toMatchObject({ code: '6000', type: 'ValidationFault' })
    await bed.api('/bill?operation=delete', { body: { Id: bill.Id, SyncToken: '0' } })
    const freed = await bed.api(`/purchaseorder/${order.Id}`)
    expect(freed.json.PurchaseOrder).toMatchObject({ POStatus: 'Open' })
  })

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

  test('a number may be used once, unless the caller or the company allows it', async () => {
    const body = await bed.purchaseOrder({ DocNumber: 'TAKEN-1' })
    const first = await bed.create('purchaseorder', body)
    const refused = errorOf(await bed.api('/purchaseorder', { body }))
    expect(refused).toMatchObject({ code: '6140', message: 'Duplicate Document Number Error' })
    expect(refused.detail).toContain(
      'You must specify a different number. This number has already been used.',
    )
    expect(refused.detail).toContain(`TxnId=${first.Id}`)
    await bed.create('purchaseorder', body, '?include=allowduplicatedocnum')
    await bed.control(`/realms/${bed.realm}/settings`, { warnDuplicatePurchaseOrderNumber: false })
    await bed.create('purchaseorder', body)
    await bed.control(`/realms/${bed.realm}/settings`, { warnDuplicatePurchaseOrderNumber: true })
  })

  test('an old version is refused with 5010', async () => {
    const made = await bed.create('purchaseorder', await bed.purchaseOrder())
    await bed.create('purchaseorder', { Id: made.Id, SyncToken: '0', sparse: true, Memo: 'one' })
    const stale = await bed.api('/purchaseorder', {
      body: { Id: made.Id, SyncToken: '0', sparse: true, Memo: 'two' },
    })
    expect(errorOf(stale)).toMatchObject({
      code: '5010',
      detail:
        'Stale Object Error : You and API API were working on this at the same time. API API finished before you did, so your work was not saved.',
    })
  })
})

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
    ['an upload', 'upload', () => ({}), { code: '500' }],
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
