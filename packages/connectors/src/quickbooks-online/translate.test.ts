import type { DocumentLine, LedgerDocument } from '@fieldledger/accounting'
import { compareDocuments } from '@fieldledger/accounting'
import { describe, expect, test } from 'vitest'
import { mergeDocument } from './merge-document.ts'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { fromItem, toItem } from './translate-catalogue.ts'
import { toVendor } from './translate-vendor.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })
const pump: DocumentLine = {
  id: 'l1',
  kind: 'item',
  item: { id: '11', name: 'Pump' },
  description: 'Fountain pump',
  quantity: '8',
  unitPrice: '10.125',
  amount: usd(8100),
}
const sand: DocumentLine = {
  id: 'l2',
  kind: 'expense',
  account: { id: '57' },
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
const place = { classes: { header: false, lines: false }, payable: { value: '33' } }
const reading = {
  kind: 'purchase-order' as const,
  homeCurrency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: '9341',
}
const header = {
  APAccountRef: { value: '33' },
  DocNumber: 'PO-2026-0042',
  VendorRef: { value: '42' },
  TxnDate: '2026-11-02',
  CurrencyRef: { value: 'USD' },
}
const pumpLine = {
  DetailType: 'ItemBasedExpenseLineDetail',
  Amount: 81,
  Description: 'Fountain pump',
  ItemBasedExpenseLineDetail: { ItemRef: { value: '11' }, Qty: 8, UnitPrice: 10.125 },
}
const sandLine = {
  DetailType: 'AccountBasedExpenseLineDetail',
  Amount: 60,
  Description: 'Washed sand (2 t × 30)',
  AccountBasedExpenseLineDetail: { AccountRef: { value: '57' } },
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

  test('S0-01 S0-02 S0-11 a service order is a purchase order whose lines are all under Category details, net of tax', () => {
    const detail = (amount: number) => ({
      DetailType: 'AccountBasedExpenseLineDetail',
      Amount: amount,
      Description: 'Crane hire, 2026-11-02 to 2026-11-30',
    })
    const order = toPurchaseOrder(service, place)
    expect(order).toMatchObject({ Line: [detail(49.2), detail(150)] })
    expect(JSON.stringify(order)).not.toContain('ItemBased')
  })
})

describe('a purchase order on its way', () => {
  test('S2-18 S0-12 a linked item goes to Item details', () => {
    expect(toPurchaseOrder(document([pump]), place)).toEqual({ ...header, Line: [pumpLine] })
  })

  test('S2-19 an unlinked item goes to Category details, with quantity and price in words', () => {
    expect(toPurchaseOrder(document([sand]), place)).toEqual({ ...header, Line: [sandLine] })
  })

  test('S2-20 a mixed document keeps the order of its lines and its sum', () => {
    const body = toPurchaseOrder(document([sand, pump, { ...sand, id: 'l3' }]), place)
    expect(body.Line).toEqual([sandLine, pumpLine, sandLine])
    expect(body.Line.reduce((sum, line) => sum + line.Amount, 0)).toBe(201)
  })

  test('S4-14 S4-15 memo and due date are sent when they are there, the memo as what QuickBooks calls Memo', () => {
    const body = toPurchaseOrder(document([pump], { memo: 'Gate 3', dueDate: '2026-12-01' }), place)
    expect(body).toMatchObject({ PrivateNote: 'Gate 3', DueDate: '2026-12-01' })
    expect(body).not.toHaveProperty('Memo')
    expect(Object.keys(toPurchaseOrder(document([pump]), place))).toEqual([...Object.keys(header), 'Line'])
  })

  test('classes go where the company keeps them', () => {
    const withClass = document([pump, { ...sand, class: { id: '7' } }], { class: { id: '5' } })
    const onLines = toPurchaseOrder(withClass, { ...place, classes: { header: false, lines: true } })
    expect(onLines).not.toHaveProperty('ClassRef')
    expect(onLines.Line).toMatchObject([
      { ItemBasedExpenseLineDetail: { ClassRef: { value: '5' } } },
      { AccountBasedExpenseLineDetail: { ClassRef: { value: '7' } } },
    ])
    const above = toPurchaseOrder(withClass, { ...place, classes: { header: true, lines: false } })
    expect(above).toMatchObject({ ClassRef: { value: '5' }, Line: [pumpLine, sandLine] })
  })

  test('a project is the customer of its lines', () => {
    const lines = [pump, { ...sand, project: { id: '12' } }]
    expect(toPurchaseOrder(document(lines, { project: { id: '11' } }), place).Line).toMatchObject([
      { ItemBasedExpenseLineDetail: { CustomerRef: { value: '11' } } },
      { AccountBasedExpenseLineDetail: { CustomerRef: { value: '12' } } },
    ])
  })

  test('an address is written in at most five lines and loses nothing', () => {
    const shipTo = 'Site 14\n\n1 Harbour Road\nGate 3\nSeattle\nWA 98101\nUSA'
    expect(toPurchaseOrder(document([pump], { shipTo }), place).ShipAddr).toEqual({
      Line1: 'Site 14',
      Line2: '1 Harbour Road',
      Line3: 'Gate 3',
      Line4: 'Seattle',
      Line5: 'WA 98101, USA',
    })
  })

  test('no decimal of quantity or unit price is lost', () => {
    const fine = { ...pump, quantity: '0.333333', unitPrice: '1234567.123456', amount: usd(41_152_196) }
    expect(toPurchaseOrder(document([fine]), place).Line[0]).toMatchObject({
      Amount: 411521.96,
      ItemBasedExpenseLineDetail: { Qty: 0.333333, UnitPrice: 1234567.123456 },
    })
  })

  test('the currency is always named, since the vendor’s would be taken; a foreign one with its rate', () => {
    expect(toPurchaseOrder(document([pump]), place)).toMatchObject({ CurrencyRef: { value: 'USD' } })
    const foreign = document([pump], { currency: 'CAD' })
    expect(toPurchaseOrder(foreign, { ...place, exchangeRate: 0.73 })).toMatchObject({
      CurrencyRef: { value: 'CAD' },
      ExchangeRate: 0.73,
    })
  })
})

const held = {
  Id: '145',
  SyncToken: '3',
  DocNumber: 'PO-2026-0042',
  VendorRef: { value: '42', name: 'Norton' },
  APAccountRef: { value: '33' },
  TxnDate: '2026-11-02',
  DueDate: '2026-12-01',
  PrivateNote: 'Gate 3',
  POStatus: 'Open',
  TotalAmt: 141,
  Line: [
    { ...pumpLine, Id: '1', AccountBasedExpenseLineDetail: { AccountRef: { value: '99' } } },
    { ...sandLine, Id: '2' },
    { DetailType: 'SubTotalLineDetail', Amount: 141 },
  ],
}

describe('a purchase order on its way back', () => {
  test('what was read compares equal with what was sent', () => {
    const sent = document([pump, sand], { memo: 'Gate 3', dueDate: '2026-12-01' })
    const found = fromPurchaseOrder(held, reading)
    expect(compareDocuments(sent, found)).toEqual([])
    expect(found).toMatchObject({
      reference: { id: '145', revision: '3' },
      status: 'open',
      url: 'http://books.example/app/purchaseorder?txnId=145&realm=9341',
    })
  })

  test('the net leaves tax out', () => {
    const taxed = { ...held, TotalAmt: 152.63, TxnTaxDetail: { TotalTax: 11.63 } }
    expect(fromPurchaseOrder(taxed, reading).net).toEqual(usd(14_100))
  })
})

describe('an update', () => {
  const merged = (lines: DocumentLine[], more: Partial<LedgerDocument> = {}) =>
    mergeDocument({ ...held, SalesTermRef: { value: '1' }, VendorAddr: { Line1: 'old' } } as typeof held, {
      body: toPurchaseOrder(document(lines, more), { ...place, payable: { value: '33' } }),
      document: document(lines),
    })

  test('keeps what a bookkeeper set there and clears what the form no longer says', () => {
    const body = merged([pump, sand])
    expect(body).toMatchObject({ Id: '145', SyncToken: '3', sparse: false, SalesTermRef: { value: '1' } })
    expect(body).not.toHaveProperty('PrivateNote')
    expect(body).not.toHaveProperty('DueDate')
  })

  test('takes the line ids by position, and a line of another kind is a new one', () => {
    const ids = (lines: DocumentLine[]) => Object(merged(lines)).Line.map(({ Id }: { Id?: string }) => Id)
    expect(ids([pump, sand])).toEqual(['1', '2'])
    expect(ids([pump])).toEqual(['1'])
    expect(ids([sand, sand, pump])).toEqual([undefined, '2', undefined])
  })

  test('takes away the job that the form had and has no more; a customer entered there by hand stays', () => {
    const customerAfter = (line: DocumentLine, there: string) => {
      const { AccountBasedExpenseLineDetail: detail } = sandLine
      const job = { ...detail, CustomerRef: { value: there } }
      const order = { ...held, Line: [{ ...sandLine, Id: '2', AccountBasedExpenseLineDetail: job }] }
      const wanted = { body: toPurchaseOrder(document([line]), place), document: document([line]) }
      return Object(mergeDocument(order, wanted)).Line[0].AccountBasedExpenseLineDetail.CustomerRef
    }
    expect(customerAfter(sand, '11')).toEqual({ value: '11' })
    expect(customerAfter({ ...sand, dropped: { project: { id: '11' } } }, '11')).toBeUndefined()
    expect(customerAfter({ ...sand, dropped: { project: { id: '11' } } }, '77')).toEqual({ value: '77' })
  })

  test('takes away the class that the form had and has no more; one entered there by hand stays, head and lines', () => {
    const detail = { ...sandLine.AccountBasedExpenseLineDetail, ClassRef: { value: '5' } }
    const line = { ...sandLine, Id: '2', AccountBasedExpenseLineDetail: detail }
    const order = { ...held, ClassRef: { value: '5' }, Line: [line] }
    const classes = (id: string) => {
      const was = { class: { id } }
      const changed = { ...document([{ ...sand, dropped: was }]), dropped: was }
      const body = Object(mergeDocument(order, { body: toPurchaseOrder(changed, place), document: changed }))
      return [body.ClassRef, body.Line[0].AccountBasedExpenseLineDetail.ClassRef]
    }
    expect(classes('5')).toEqual([undefined, undefined])
    expect(classes('6')).toEqual([{ value: '5' }, { value: '5' }])
  })

  test('drops the address and terms of a vendor who was replaced', () => {
    const body = merged([pump], { party: { id: '50' } })
    expect(body).not.toHaveProperty('VendorAddr')
    expect(body).not.toHaveProperty('SalesTermRef')
  })
})

describe('catalogue records', () => {
  test('S4-19 a new inventory item begins with quantity 0, its date and its three accounts', () => {
    const item = toItem({
      name: ' Valve ',
      kind: 'inventory',
      startDate: '2026-11-02',
      expenseAccount: { id: '80' },
      incomeAccount: { id: '79' },
      assetAccount: { id: '81' },
    })
    expect(item).toEqual({
      Name: 'Valve',
      Type: 'Inventory',
      ExpenseAccountRef: { value: '80' },
      IncomeAccountRef: { value: '79' },
      AssetAccountRef: { value: '81' },
      TrackQtyOnHand: true,
      QtyOnHand: 0,
      InvStartDate: '2026-11-02',
    })
  })

  test('a vendor is sent with what is known of it only', () => {
    expect(toVendor({ name: 'Acme ', phone: '555' })).toEqual({
      DisplayName: 'Acme',
      PrimaryPhone: { FreeFormNumber: '555' },
    })
  })

  test('the purchase cost of an item is a canonical decimal', () => {
    const item = fromItem({ Id: '1', SyncToken: '0', Name: 'Pipe', Type: 'Service', PurchaseCost: 2.5 })
    expect(item).toMatchObject({ purchaseCost: '2.5', kind: 'service', active: true })
  })
})
