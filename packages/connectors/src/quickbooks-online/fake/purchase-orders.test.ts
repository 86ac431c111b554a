import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { accountLine, errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
const ids: Record<string, string> = {}

beforeAll(async () => {
  bed = await openPracticeBed()
  ids.vendor = await bed.idOf('Vendor', 'Cascade Lumber Supply')
  ids.materials = await bed.idOf('Account', 'Job Materials')
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

  test('an order is closed by what all its bills say of each line, and opened again by what is taken back', async () => {
    const sand = accountLine(id('materials'))
    const stud = { ItemRef: { value: await bed.idOf('Item', '2x4x8 Stud') }, UnitPrice: 10 }
    const studs = (Qty: number, linked: JsonObject = {}): JsonObject => ({
      DetailType: 'ItemBasedExpenseLineDetail',
      Amount: Qty * 10,
      ItemBasedExpenseLineDetail: { ...stud, Qty },
      ...linked,
    })
    const order = await bed.create('purchaseorder', await bed.purchaseOrder({ Line: [studs(8), sand] }))
    const state = async () =>
      Object((await bed.api(`/purchaseorder/${order.Id}`)).json.PurchaseOrder).POStatus
    const link = (TxnLineId: string) => ({
      LinkedTxn: [{ TxnId: order.Id, TxnType: 'PurchaseOrder', TxnLineId }],
    })
    const some = (Qty: number) => studs(Qty, link('1'))
    const bill = (...Line: JsonObject[]) => bed.create('bill', { VendorRef: { value: id('vendor') }, Line })
    const first = await bill(some(1), { ...sand, ...link('2') })
    expect(await state()).toBe('Open')
    const second = await bill(some(7))
    expect(await state()).toBe('Closed')
    await bed.api('/bill?operation=delete', { body: { Id: second.Id, SyncToken: '0' } })
    expect(await state()).toBe('Open')
    await bed.create('bill', {
      Id: first.Id,
      SyncToken: '0',
      sparse: true,
      Line: [some(8), { ...sand, ...link('2') }],
    })
    expect(await state()).toBe('Closed')
    const unknown = { VendorRef: { value: id('vendor') }, Line: [{ ...sand, ...link('999') }] }
    expect(errorOf(await bed.api('/bill', { body: unknown }))).toMatchObject({ code: '2500' })
  })

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
