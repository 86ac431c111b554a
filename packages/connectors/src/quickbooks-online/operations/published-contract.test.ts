import type { OperationContext, WireRequest } from '@fieldledger/accounting'
import { requestsOf, sampleDocument, sampleInputs } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import published from '../../../../../test/fixtures/quickbooks-online/qbo-v3.schema.json' with {
  type: 'json',
}
import { quickbooksOnline } from '../connector.ts'
import { publishedFaults } from '../published-faults.ts'

const context: OperationContext = {
  companyId: '9341',
  requestKey: 'key-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}
const { operations } = quickbooksOnline
const faultsOf = publishedFaults(published)

const reference = { id: '9', revision: '4' }
const payable = { QueryResponse: { Account: [{ Id: '33', SyncToken: '0', Name: 'A/P' }] } }
const euro = {
  QueryResponse: { Account: [{ Id: '34', SyncToken: '0', Name: 'A/P', CurrencyRef: { value: 'EUR' } }] },
}
const settings = {
  Preferences: {
    AccountingInfoPrefs: { TrackDepartments: true, ClassTrackingPerTxn: true, ClassTrackingPerTxnLine: true },
    TaxPrefs: { UsingSalesTax: true },
  },
}
const rate = { ExchangeRate: { Rate: 1.08 } }
const there = {
  ...{ Id: '9', SyncToken: '4', DocNumber: 'PO-1', TotalAmt: 130.55, TxnDate: '2026-11-02' },
  ...{ VendorRef: { value: '1' }, CurrencyRef: { value: 'USD' } },
  Line: [],
}
const order = { PurchaseOrder: { ...there, POStatus: 'Open' } }
const owed = { Bill: { ...there, Balance: 130.55 } }
const [net, gross] = [{ id: '5' }, { id: '20' }]
const full = {
  ...sampleDocument({ number: 'PO-1' }),
  tracking: [{ id: 'class:7' }, { id: 'location:8' }],
  terms: { id: '3' },
  project: { id: '12', name: 'North pier' },
  backLink: 'https://forms.example/1',
}
const taxed = {
  ...full,
  taxing: 'by-lines' as const,
  lines: full.lines.map((line, position) => ({ ...line, taxCode: position === 0 ? gross : net })),
}
const orderLine = { order: '9', line: '1' }
const bill = {
  ...sampleDocument({ kind: 'bill', number: 'INV-7', can: {} }),
  notes: ['Two pallets were damaged.'],
  lines: full.lines.map((line) => ({ ...line, orderLine })),
}
const inEuros = { ...full, currency: 'EUR' }
const service = sampleDocument({ kind: 'service-order', number: 'SO-1' })
const everything = {
  name: 'Cascade Lumber & Sons',
  email: 'office@x.example, yard@x.example',
  phone: '(206) 555-0142',
  accountNumber: 'FL-77',
  address: '12 Mill Road\nGate 3\nHall B',
  city: 'Renton',
  region: 'WA',
  postalCode: '98055',
  country: 'US',
}
const stock = {
  ...sampleInputs['item.create'],
  kind: 'inventory',
  sku: 'PUMP-1',
  description: 'Half an inch',
  purchaseCost: '1.25',
  incomeAccount: { id: '200' },
  assetAccount: { id: '140' },
} as const
const vendor = { Vendor: { Id: '9', SyncToken: '4', DisplayName: 'Acme' } }
const item = { Item: { Id: '9', SyncToken: '4', Name: 'Pump', Type: 'NonInventory' } }
const company = { CompanyInfo: { CompanyName: 'Acme', Country: 'GB' } }
const none = { QueryResponse: {} }

const sent: [string, WireRequest[]][] = [
  ['connect.check', requestsOf(operations['connect.check']({}, context), [company, settings, none, none])],
  ['document.find', requestsOf(operations['document.find'](sampleInputs['document.find'], context))],
  ['document.list', requestsOf(operations['document.list'](sampleInputs['document.list'], context))],
  ['document.get', requestsOf(operations['document.get'](sampleInputs['document.get'], context))],
  ['document.create', requestsOf(operations['document.create'](full, context), [payable, settings])],
  ['document.create, taxed', requestsOf(operations['document.create'](taxed, context), [payable, settings])],
  [
    'document.create, foreign',
    requestsOf(operations['document.create'](inEuros, context), [euro, settings, rate]),
  ],
  ['document.create of a bill', requestsOf(operations['document.create'](bill, context), [payable])],
  [
    'document.create of a service order',
    requestsOf(operations['document.create'](service, context), [payable]),
  ],
  [
    'document.update',
    requestsOf(operations['document.update']({ document: full, reference }, context), [settings, order]),
  ],
  [
    'document.update of a bill',
    requestsOf(operations['document.update']({ document: bill, reference }, context), [owed]),
  ],
  [
    'document.cancel by closing',
    requestsOf(operations['document.cancel']({ kind: 'purchase-order', reference, how: 'close' }, context), [
      order,
    ]),
  ],
  [
    'document.cancel of a bill',
    requestsOf(operations['document.cancel']({ kind: 'bill', reference, how: 'delete' }, context), [owed]),
  ],
  [
    'document.attach',
    requestsOf(operations['document.attach'](sampleInputs['document.attach'], context), [
      none,
      { Attachable: { Id: '1', SyncToken: '0', Note: 'x' } },
    ]),
  ],
  ['vendor.list', requestsOf(operations['vendor.list']({ matching: "O'Brien" }, context))],
  ['vendor.find', requestsOf(operations['vendor.find'](sampleInputs['vendor.find'], context))],
  ['vendor.get', requestsOf(operations['vendor.get']({ reference }, context))],
  ['vendor.create', requestsOf(operations['vendor.create'](everything, context))],
  [
    'vendor.update',
    requestsOf(operations['vendor.update']({ reference, party: everything, active: false }, context), [
      vendor,
    ]),
  ],
  ['item.list', requestsOf(operations['item.list']({}, context))],
  ['item.find', requestsOf(operations['item.find'](sampleInputs['item.find'], context))],
  ['item.get', requestsOf(operations['item.get']({ reference }, context))],
  ['item.create', requestsOf(operations['item.create'](stock, context))],
  [
    'item.update',
    requestsOf(
      operations['item.update'](
        { reference, changes: { name: 'Pump 2', sku: 'P2', description: 'Half', purchaseCost: '2.5' } },
        context,
      ),
      [item],
    ),
  ],
  ['account.list', requestsOf(operations['account.list']({ matching: 'Materials' }, context))],
  ['class.list', requestsOf(operations['class.list']({}, context))],
  ['class.list of locations', requestsOf(operations['class.list']({ cursor: 'location:1' }, context))],
  ['term.list', requestsOf(operations['term.list']({}, context))],
  ['customer.find', requestsOf(operations['customer.find'](sampleInputs['customer.find'], context))],
  ['change.list', requestsOf(operations['change.list'](sampleInputs['change.list'], context))],
]

/** It closes its orders itself, and names no employee. */
const askNothing = ['document.mark', 'employee.list']

test.each(sent)('%s asks only what Intuit’s published schema knows', (_operation, requests) => {
  expect(requests.length).toBeGreaterThan(0)
  for (const request of requests) expect([request.step, ...faultsOf(request)]).toEqual([request.step])
})

test('every operation is asked so, but for those that ask nothing of QuickBooks', () => {
  const judged = sent.map(([title]) => title.split(/[ ,]/)[0])
  expect(new Set([...judged, ...askNothing])).toEqual(new Set(Object.keys(operations)))
  expect(() => operations['document.mark'](sampleInputs['document.mark'], context).next()).toThrow()
  expect(() => operations['employee.list']({}, context).next()).toThrow()
})

test('each operation that writes was followed to what it writes', () => {
  const writes = sent.filter(([title]) => /create|update|cancel|attach/.test(title))
  expect(writes.filter(([, requests]) => requests.every(({ method }) => method !== 'POST'))).toEqual([])
})

test('the schema is a judge: what it does not know is seen', () => {
  const write = (value: object): WireRequest => ({
    ...{ step: 'post', method: 'POST', path: '/v3/company/{company}/bill', safeToRepeat: false },
    body: { as: 'json', value },
  })
  const query = (text: string): WireRequest => ({
    ...{ step: 'find', method: 'GET', path: '/v3/company/{company}/query', safeToRepeat: true },
    query: { query: text },
  })
  expect(faultsOf(write({ Memos: 'x' }))).toEqual([expect.stringContaining('Memos')])
  expect(faultsOf(write({ Line: [{ DetailType: 'ItemDetail' }] }))).toEqual([
    expect.stringContaining('allowedValues'),
  ])
  expect(faultsOf(query("select * from Vendor where Nickname = 'a Active = b'"))).toEqual([
    'Vendor has no Nickname',
  ])
  expect(faultsOf({ ...write({}), path: '/v3/company/{company}/itemreceipt' })).toEqual([
    'no /v3/company/{company}/itemreceipt',
  ])
})
