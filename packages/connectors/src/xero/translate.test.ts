import { compareDocuments, type DocumentLine, type LedgerDocument } from '@fieldledger/accounting'
import { describe, expect, test } from 'vitest'
import { mergePurchaseOrder } from './merge-document.ts'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { fromAccount, fromItem, fromTracking, toItem } from './translate-catalogue.ts'
import { fromContact, toContact } from './translate-contact.ts'
import type { PurchaseOrder } from './wire.ts'

const untaxed = () => 'NONE'
const usd = (minor: number) => ({ minor, currency: 'USD' })
const pump: DocumentLine = {
  id: 'l1',
  kind: 'item',
  item: { id: 'PUMP', name: 'Pump' },
  description: 'Fountain pump',
  quantity: '8',
  unitPrice: '10.125',
  amount: usd(8100),
}
const sand: DocumentLine = {
  id: 'l2',
  kind: 'expense',
  account: { id: '310', name: 'Job materials' },
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
    party: { id: 'c-42' },
    date: '2026-11-02',
    currency: 'USD',
    lines,
    net,
    total: net,
    ...more,
  }
}
const reading = {
  kind: 'purchase-order' as const,
  homeCurrency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: 't-1',
}
const pumpLine = {
  Description: 'Fountain pump',
  Quantity: 8,
  UnitAmount: 10.125,
  LineAmount: 81,
  TaxType: 'NONE',
  ItemCode: 'PUMP',
}
const sandLine = {
  Description: 'Washed sand (2 t)',
  Quantity: 2,
  UnitAmount: 30,
  LineAmount: 60,
  TaxType: 'NONE',
  AccountCode: '310',
}
const header = {
  PurchaseOrderNumber: 'PO-2026-0042',
  Contact: { ContactID: 'c-42' },
  Date: '2026-11-02',
  LineAmountTypes: 'Exclusive',
  CurrencyCode: 'USD',
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

  test('S0-23 S0-24 a service order is a purchase order whose lines stand on accounts, once their amount', () => {
    const { LineItems } = toPurchaseOrder(service, untaxed)
    expect(LineItems).toMatchObject([
      { Quantity: 1, UnitAmount: 49.2, AccountCode: '310' },
      { Quantity: 1, UnitAmount: 150, AccountCode: '310' },
    ])
    expect(LineItems.every((line) => !('ItemCode' in line))).toBe(true)
  })
})

describe('a purchase order on its way', () => {
  test('S2-18 a linked item names its item, S2-19 any other line its account', () => {
    expect(toPurchaseOrder(document([sand, pump]), untaxed)).toEqual({
      ...header,
      LineItems: [sandLine, pumpLine],
    })
  })

  test('S4-14 S4-15 the due date lands as Delivery Date, the memo as Delivery Instructions', () => {
    const full = document([pump], {
      memo: 'Gate 3',
      dueDate: '2026-12-01',
      shipTo: 'Site 14\n1 Harbour Road',
      project: { id: 'p1', name: 'North pier' },
    })
    expect(toPurchaseOrder(full, untaxed)).toEqual({
      ...header,
      DeliveryDate: '2026-12-01',
      DeliveryInstructions: 'Gate 3',
      DeliveryAddress: 'Site 14\n1 Harbour Road',
      Reference: 'North pier',
      LineItems: [pumpLine],
    })
  })

  test('the job that drafting names on every line of an order is its Reference there', () => {
    const project = { id: 'North pier', name: 'North pier' }
    const order = document([
      { ...pump, project },
      { ...sand, project },
    ])
    expect(toPurchaseOrder(order, untaxed).Reference).toBe('North pier')
    expect(compareDocuments(order, fromPurchaseOrder(there({ Reference: 'North pier' }), reading))).toEqual(
      [],
    )
    expect(compareDocuments(order, fromPurchaseOrder(there(), reading))).toMatchObject([
      { field: 'lines.1.project', sent: 'North pier' },
      { field: 'lines.2.project' },
    ])
  })

  test('a class is a tracking option, the one of the line before the one of the form', () => {
    const marked = document([pump, { ...sand, class: { id: 'cat:south' } }], { class: { id: 'cat:north' } })
    expect(toPurchaseOrder(marked, untaxed).LineItems.map(({ Tracking }) => Tracking)).toEqual([
      [{ TrackingCategoryID: 'cat', TrackingOptionID: 'north' }],
      [{ TrackingCategoryID: 'cat', TrackingOptionID: 'south' }],
    ])
  })

  test('a line without words is called as its item or account, as a description must be there', () => {
    const [line] = toPurchaseOrder(document([{ ...pump, description: '' }]), untaxed).LineItems
    expect(line?.Description).toBe('Pump')
  })
})

const there = (changes: Partial<PurchaseOrder> = {}): PurchaseOrder => ({
  PurchaseOrderID: 'po-9',
  PurchaseOrderNumber: 'PO-2026-0042',
  Contact: { ContactID: 'c-42', Name: 'Acme' },
  Date: '/Date(1793577600000+0000)/',
  DeliveryDate: '/Date(1796083200000+0000)/',
  DeliveryInstructions: 'Gate 3',
  Status: 'AUTHORISED',
  LineAmountTypes: 'Exclusive',
  CurrencyCode: 'USD',
  SubTotal: 141,
  UpdatedDateUTC: '/Date(1793620000000+0000)/',
  LineItems: [
    { ...pumpLine, LineItemID: 'a', AccountCode: '300' },
    { ...sandLine, LineItemID: 'b' },
  ],
  ...changes,
})

describe('a purchase order read back', () => {
  const sent = document([pump, sand], { memo: 'Gate 3', dueDate: '2026-12-01' })

  test('reads as it was sent, with the version to be compared later', () => {
    const read = fromPurchaseOrder(there(), reading)
    expect(compareDocuments(sent, read)).toEqual([])
    expect(read.reference).toEqual({
      id: 'po-9',
      name: 'PO-2026-0042',
      revision: '/Date(1793620000000+0000)/',
    })
  })

  test('an order that somebody made tax-inclusive is compared without its tax', () => {
    const LineItems = [
      { ...pumpLine, LineAmount: 89.1, TaxAmount: 8.1 },
      { ...sandLine, LineAmount: 66, TaxAmount: 6 },
    ]
    const read = fromPurchaseOrder(there({ LineAmountTypes: 'Inclusive', LineItems }), reading)
    expect(read.lines.map(({ amount }) => amount.minor)).toEqual([8100, 6000])
  })

  test.each([
    ['DRAFT', 'open'],
    ['SUBMITTED', 'open'],
    ['AUTHORISED', 'open'],
    ['BILLED', 'closed'],
    ['DELETED', 'removed'],
  ])('%s there is %s', (Status, status) => {
    expect(fromPurchaseOrder(there({ Status }), reading).status).toBe(status)
  })

  test('a remark between the lines is not a line', () => {
    const remark = { Description: 'Thank you' }
    const read = fromPurchaseOrder(there({ LineItems: [remark, ...there().LineItems] }), reading)
    expect(compareDocuments(sent, read)).toEqual([])
  })
})

describe('an update', () => {
  test('changes the lines that are there, empties what the form no longer has, leaves the rest', () => {
    const changed = document([pump, { ...pump, id: 'l3' }])
    const merged = mergePurchaseOrder(there(), { body: toPurchaseOrder(changed, untaxed), document: changed })
    expect(merged).toEqual({
      ...header,
      PurchaseOrderID: 'po-9',
      DeliveryInstructions: '',
      LineItems: [{ ...pumpLine, LineItemID: 'a' }, pumpLine],
    })
  })

  test('takes away the tracking that the form had and has no more; the bookkeeper’s other category stays', () => {
    const trackingAfter = (line: DocumentLine) => {
      const Tracking = ['region', 'trade'].map((category) => ({
        ...{ TrackingCategoryID: category, TrackingOptionID: 'o-1' },
        Option: 'North',
      }))
      const order = there({ LineItems: [{ ...pumpLine, LineItemID: 'a', Tracking }] })
      const changed = document([line])
      const merged = mergePurchaseOrder(order, { body: toPurchaseOrder(changed, untaxed), document: changed })
      return Object(merged.LineItems[0]).Tracking
    }
    const trade = { TrackingCategoryID: 'trade', TrackingOptionID: 'o-1' }
    expect(trackingAfter(pump)).toBeUndefined()
    expect(trackingAfter({ ...pump, dropped: { class: { id: 'region:o-1' } } })).toEqual([trade])
    expect(trackingAfter({ ...pump, class: { id: 'region:o-2' } })).toEqual([
      trade,
      { TrackingCategoryID: 'region', TrackingOptionID: 'o-2' },
    ])
  })
})

describe('the catalogue', () => {
  test('a contact is a vendor; an archived one is inactive', () => {
    const contact = { ContactID: 'c', Name: 'Acme', EmailAddress: '', ContactStatus: 'ARCHIVED' }
    expect(fromContact(contact)).toEqual({
      reference: { id: 'c', name: 'Acme' },
      name: 'Acme',
      active: false,
    })
    expect(toContact({ name: ' Acme ', email: 'a@b.example', phone: '555' })).toEqual({
      Name: 'Acme',
      EmailAddress: 'a@b.example',
      Phones: [{ PhoneType: 'DEFAULT', PhoneNumber: '555' }],
    })
  })

  test.each([
    ['DAYSAFTERBILLDATE', 'days-after-date'],
    ['DAYSAFTERBILLMONTH', 'days-after-month'],
    ['OFCURRENTMONTH', 'day-of-month'],
    ['OFFOLLOWINGMONTH', 'day-of-next-month'],
    ['SOMEDAY', undefined],
  ])('the terms %s of bills are told with the vendor', (Type, count) => {
    const contact = { ContactID: 'c', Name: 'Acme', PaymentTerms: { Bills: { Day: 20, Type } } }
    expect(fromContact(contact).paymentTerms).toEqual(count === undefined ? undefined : { count, days: 20 })
  })

  test('an item is counted by its asset account, and one that is only sold cannot be bought', () => {
    const item = {
      name: 'Pipe',
      kind: 'inventory',
      expenseAccount: { id: '500' },
      startDate: '2026-11-02',
    } as const
    expect(toItem({ ...item, assetAccount: { id: '140' }, purchaseCost: '1.25' }, 'P-1')).toEqual({
      Code: 'P-1',
      Name: 'Pipe',
      IsPurchased: true,
      IsSold: false,
      InventoryAssetAccountCode: '140',
      PurchaseDetails: { UnitPrice: 1.25, COGSAccountCode: '500' },
    })
    expect(fromItem({ Code: 'P-1', Name: 'Pipe', IsPurchased: false })).toMatchObject({
      reference: { id: 'P-1', name: 'Pipe' },
      kind: 'non-inventory',
      active: false,
    })
  })

  test.each([
    ['EXPENSE', 'expense'],
    ['OVERHEADS', 'expense'],
    ['DIRECTCOSTS', 'cost-of-goods-sold'],
    ['REVENUE', 'income'],
    ['INVENTORY', 'inventory-asset'],
    ['CURRENT', 'other'],
  ])('an account of type %s is %s', (Type, role) => {
    expect(fromAccount({ Code: '1', Name: 'A', Type })).toMatchObject([{ role }])
  })

  test('the creditors’ account is the payable one; others that Xero keeps itself, a bank’s and one without a code cannot stand on a line', () => {
    const creditors = { Code: '800', Name: 'A/P', Type: 'CURRLIAB', SystemAccount: 'CREDITORS' }
    expect(fromAccount(creditors)).toMatchObject([{ role: 'payable' }])
    expect(fromAccount({ ...creditors, SystemAccount: 'DEBTORS' })).toEqual([])
    expect(fromAccount({ Name: 'Bank', Type: 'BANK' })).toEqual([])
    expect(fromAccount({ Code: '090', Name: 'Bank', Type: 'BANK' })).toEqual([])
  })

  test('an option of an archived category is inactive', () => {
    const Options = [{ TrackingOptionID: 'o', Name: 'North', Status: 'ACTIVE' }]
    const region = { TrackingCategoryID: 'c', Name: 'Region', Status: 'ARCHIVED', Options }
    expect(fromTracking(region)).toEqual([{ id: 'c:o', name: 'Region: North', active: false, list: 'c' }])
  })
})
