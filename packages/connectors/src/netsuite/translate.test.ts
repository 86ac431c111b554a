import { compareDocuments, type DocumentLine, type LedgerDocument } from '@fieldledger/accounting'
import { describe, expect, test } from 'vitest'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { toBill } from './translate-bill.ts'
import { fromAccount, fromItem, fromMark, toItem } from './translate-catalogue.ts'
import { fromVendorRow, toVendor } from './translate-vendor.ts'
import type { PurchaseOrder } from './wire.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })
const pump: DocumentLine = {
  id: 'l1',
  kind: 'item',
  item: { id: '107', name: 'Pump' },
  description: 'Fountain pump',
  quantity: '8',
  unitPrice: '10.125',
  amount: usd(8100),
}
const sand: DocumentLine = {
  id: 'l2',
  kind: 'expense',
  account: { id: '58', name: 'Job materials' },
  description: 'Washed sand',
  quantity: '2',
  unit: 't',
  unitPrice: '30',
  amount: usd(6000),
}
const document = (lines: DocumentLine[], more: Partial<LedgerDocument> = {}): LedgerDocument => {
  const net = usd(lines.reduce((sum, { amount }) => sum + amount.minor, 0))
  return {
    kind: 'purchase-order',
    number: 'PO-2026-0042',
    party: { id: '42' },
    date: '2026-11-02',
    currency: 'USD',
    lines,
    net,
    total: net,
    ...more,
  }
}
const dollars = { currency: '1' }
const reading = {
  kind: 'purchase-order' as const,
  currency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: 'TSTDRV1',
}
const pumpLine = {
  item: { id: '107' },
  quantity: 8,
  rate: 10.125,
  amount: 81,
  description: 'Fountain pump',
}
const sandLine = { account: { id: '58' }, amount: 60, memo: 'Washed sand (2 t × 30)' }
const header = {
  tranId: 'PO-2026-0042',
  entity: { id: '42' },
  tranDate: '2026-11-02',
  currency: { id: '1' },
}

describe('a service order on its way', () => {
  const line: DocumentLine = {
    id: 'l1',
    kind: 'expense',
    account: { id: '310' },
    description: 'Crane hire, 2026-11-02 to 2026-11-30',
    quantity: '1',
    unitPrice: '49.2',
    amount: usd(4920),
  }
  const more = { ...line, id: 'l2', unitPrice: '150', amount: usd(15_000) }
  const service = document([line, more], { kind: 'service-order' })

  test('S0-13 S0-14 S0-21 a service order is a purchase order whose lines are all in the expense list', () => {
    const order = toPurchaseOrder(service, dollars)
    const memo = 'Crane hire, 2026-11-02 to 2026-11-30'
    expect(order.item.items).toEqual([])
    expect(order.expense.items).toMatchObject([
      { amount: 49.2, memo },
      { amount: 150, memo },
    ])
  })
})

describe('a purchase order on its way', () => {
  test('S0-22 S2-18 a linked item is in the item list, S2-19 any other line in the expense list, whatever their order', () => {
    expect(toPurchaseOrder(document([sand, pump]), dollars)).toEqual({
      ...header,
      item: { items: [pumpLine] },
      expense: { items: [sandLine] },
    })
  })

  test('S4-14 S4-15 due date and memo have fields of their own; the address is a text of its own', () => {
    const full = document([pump], {
      memo: 'Gate 3',
      dueDate: '2026-12-01',
      shipTo: 'Site 14\n1 Harbour Road ',
    })
    expect(toPurchaseOrder(full, dollars)).toMatchObject({
      dueDate: '2026-12-01',
      memo: 'Gate 3',
      shippingAddress: { override: true, addrText: 'Site 14\n1 Harbour Road' },
    })
  })

  test('G-24 a class, department or location stands on the order and its lines, the one of the line before the one of the form', () => {
    const marked = document([pump, { ...sand, class: { id: 'location:4' } }], {
      class: { id: 'department:3' },
    })
    const { item, expense, ...order } = toPurchaseOrder(marked, dollars)
    expect(order).toMatchObject({ department: { id: '3' } })
    expect(item.items).toEqual([{ ...pumpLine, department: { id: '3' } }])
    expect(expense.items).toEqual([{ ...sandLine, location: { id: '4' } }])
  })

  test('G-24 its employee stands on an order, and not on a bill, which has no place for one', () => {
    const named = document([pump], { employee: { id: '42', name: 'Jane Doe' } })
    expect(toPurchaseOrder(named, dollars).employee).toEqual({ id: '42' })
    expect(toBill({ ...named, kind: 'bill' }, dollars)).not.toHaveProperty('employee')
  })

  test('a project is the customer of each line', () => {
    const { item, expense } = toPurchaseOrder(document([pump, sand], { project: { id: '9' } }), dollars)
    expect([...item.items, ...expense.items].map(({ customer }) => customer)).toEqual([
      { id: '9' },
      { id: '9' },
    ])
  })
})

const there = (changes: Partial<PurchaseOrder> = {}): PurchaseOrder => ({
  id: '77',
  tranId: 'PO-2026-0042',
  entity: { id: '42', refName: 'Acme' },
  tranDate: '2026-11-02',
  dueDate: '2026-12-01',
  memo: 'Gate 3',
  currency: { id: '1', refName: 'US Dollar' },
  orderStatus: { id: 'B' },
  subtotal: 141,
  total: 141,
  lastModifiedDate: '2026-11-02T09:00:00Z',
  item: { items: [{ line: 1, ...pumpLine, item: { id: '107', refName: 'PUMP' }, quantityReceived: 0 }] },
  expense: { items: [{ line: 2, ...sandLine }] },
  ...changes,
})

describe('a purchase order read back', () => {
  const sent = document([pump, sand], { memo: 'Gate 3', dueDate: '2026-12-01' })

  test('reads as it was sent, with the version to be compared later', () => {
    const read = fromPurchaseOrder(there(), reading)
    expect(compareDocuments(sent, read)).toEqual([])
    expect(read).toMatchObject({
      reference: { id: '77', name: 'PO-2026-0042', revision: '2026-11-02T09:00:00Z' },
      url: 'http://books.example/app/accounting/transactions/purchord.nl?id=77&account=TSTDRV1',
    })
  })

  test('lines that were sent in another order are the same lines: items and expenses are two lists there', () => {
    const mixed = { ...sent, lines: [sand, pump] }
    expect(compareDocuments(mixed, fromPurchaseOrder(there(), reading))).toEqual([])
    const other = { expense: { items: [{ line: 2, ...sandLine, amount: 61 }] }, subtotal: 142 }
    expect(
      compareDocuments(mixed, fromPurchaseOrder(there(other), reading)).map(({ field }) => field),
    ).toEqual(['net', 'lines.1.amount'])
  })

  test('without a subtotal it is the total without tax', () => {
    const { subtotal: _none, ...taxed } = there({ total: 153.69, taxTotal: 12.69 })
    expect(fromPurchaseOrder(taxed, reading).net).toEqual(usd(14_100))
  })

  test.each([
    ['A', 'open'],
    ['B', 'open'],
    ['D', 'open'],
    ['F', 'open'],
    ['G', 'closed'],
    ['H', 'closed'],
  ])('status %s there is %s', (id, status) => {
    expect(fromPurchaseOrder(there({ orderStatus: { id } }), reading).status).toBe(status)
  })

  test('an order whose every line is closed is closed', () => {
    const closed = { item: { items: [{ item: { id: '107' }, amount: 81, isClosed: true }] }, expense: {} }
    expect(fromPurchaseOrder(there(closed), reading).status).toBe('closed')
  })
})

describe('the catalogue', () => {
  test('a vendor is called as its company, or by its number', () => {
    const row = {
      id: 5,
      entityid: 'V-5',
      companyname: 'Acme',
      email: 'a@b.example',
      phone: null,
      isinactive: 'F',
    }
    expect(fromVendorRow(row)).toEqual({
      reference: { id: '5', name: 'Acme' },
      name: 'Acme',
      email: 'a@b.example',
      active: true,
    })
    expect(fromVendorRow({ id: '6', entityid: 'V-6', isinactive: 'T' })).toMatchObject({
      name: 'V-6',
      active: false,
    })
  })

  test('a new vendor names its subsidiary where the account has some', () => {
    expect(toVendor({ name: ' Acme ', email: 'a@b.example' }, '1')).toEqual({
      entityId: 'Acme',
      companyName: 'Acme',
      isPerson: false,
      email: 'a@b.example',
      subsidiary: { id: '1' },
    })
    expect(toVendor({ name: 'Acme' }, undefined)).not.toHaveProperty('subsidiary')
  })

  test('an item’s number is our SKU, its display name our name; what is only sold cannot be bought', () => {
    const row = {
      id: '107',
      itemid: 'PUMP',
      displayname: 'Fountain pump',
      itemtype: 'NonInvtPart',
      subtype: 'Purchase',
      cost: '10.125',
      expenseaccount: 58,
      isinactive: 'F',
    }
    expect(fromItem(row)).toEqual({
      reference: { id: '107', name: 'Fountain pump' },
      name: 'Fountain pump',
      sku: 'PUMP',
      kind: 'non-inventory',
      purchaseCost: '10.125',
      expenseAccount: { id: '58' },
      active: true,
    })
    expect(fromItem({ ...row, subtype: 'Sale' }).active).toBe(false)
    const named = { ...row, itemid: 'Fountain pump', upccode: '4006381333931' }
    expect(fromItem(named)).toMatchObject({ name: 'Fountain pump', sku: '4006381333931' })
  })

  test('counted items name three accounts, others their expense account', () => {
    const item = { name: 'Pipe', sku: 'P-1', startDate: '2026-11-02', expenseAccount: { id: '58' } }
    expect(toItem({ ...item, kind: 'service', purchaseCost: '1.25' }, '1')).toEqual({
      itemId: 'P-1',
      displayName: 'Pipe',
      cost: 1.25,
      expenseAccount: { id: '58' },
      subsidiary: { items: [{ id: '1' }] },
      includeChildren: true,
    })
    expect(
      toItem(
        { ...item, kind: 'inventory', assetAccount: { id: '12' }, incomeAccount: { id: '40' } },
        undefined,
      ),
    ).toEqual({
      itemId: 'P-1',
      displayName: 'Pipe',
      cogsAccount: { id: '58' },
      assetAccount: { id: '12' },
      incomeAccount: { id: '40' },
    })
  })

  test.each([
    ['Expense', 'expense'],
    ['OthExpense', 'expense'],
    ['COGS', 'cost-of-goods-sold'],
    ['Income', 'income'],
    ['AcctPay', 'payable'],
    ['OthCurrAsset', 'inventory-asset'],
    ['Bank', 'other'],
  ])('an account of type %s is %s', (accttype, role) => {
    expect(fromAccount({ id: '1', accttype, displaynamewithhierarchy: 'A' })).toMatchObject({ role })
  })

  test('nothing can be posted to a summary account', () => {
    expect(fromAccount({ id: '1', accttype: 'Expense', issummary: 'T' }).active).toBe(false)
  })

  test('a reference to a department says so', () => {
    expect(fromMark({ id: 3, name: 'Fitters', isinactive: 'F' }, 'department')).toEqual({
      id: 'department:3',
      name: 'Fitters',
      active: true,
      list: 'department',
    })
  })
})
