import type { OperationContext, WireRequest } from '@fieldledger/accounting'
import { requestsOf, sampleDocument, sampleInputs } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import published from '../../../../../test/fixtures/xero/xero_accounting.min.json' with { type: 'json' }
import { xero } from '../connector.ts'
import { publishedFaults } from '../published-faults.ts'
import { attachBeside } from './attach-beside.ts'
import { cancelDocument } from './cancel-document.ts'
import { createItem, updateItem } from './items.ts'
import { markDocument } from './mark-document.ts'
import { updateDocument } from './save-document.ts'
import { updateVendor } from './vendors.ts'

const context: OperationContext = {
  companyId: '8be9db36-3598-4755-ba5c-c2dbc8c4a7a2',
  requestKey: 'key-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}
const id = '0b4b6cf5-c23a-4e48-8d1c-5c5c0b5f1a01'
const { operations } = xero

const faultsOf = publishedFaults(published)
const key = /^key-1(-[0-9a-f]{16})?$/

function expectPublished(request: WireRequest): void {
  expect(faultsOf(request)).toEqual([])
  expect(request.headers).toMatchObject({ 'xero-tenant-id': context.companyId, accept: 'application/json' })
  if (request.method !== 'GET') expect(request.headers?.['idempotency-key']).toMatch(key)
}

const uuids = { vendor: { id }, item: { id: 'PUMP' }, expense: { id: '310' } }
const document = {
  ...sampleDocument({ number: 'PO-1', ...uuids }),
  class: { id: `${id}:${id}` },
  tracking: [{ id: `${id}:${id}` }],
  project: { id: 'p', name: 'North pier' },
}
const order = {
  PurchaseOrderID: id,
  Contact: { ContactID: id },
  Status: 'AUTHORISED',
  SubTotal: 0,
  DeliveryAddress: 'Old yard',
  LineItems: [{ LineItemID: id, ItemCode: 'PUMP' }],
}
const stock = {
  ...sampleInputs['item.create'],
  kind: 'inventory',
  description: 'Half an inch',
  purchaseCost: '1.25',
  incomeAccount: { id: '200' },
  assetAccount: { id: '140' },
} as const

const paper = { ...document, ...sampleDocument({ kind: 'bill', number: 'INV-7781', ...uuids }) }
const held = {
  InvoiceID: id,
  Contact: { ContactID: id },
  Status: 'SUBMITTED',
  SubTotal: 0,
  Total: 0,
  LineItems: [{ LineItemID: id, ItemCode: 'PUMP' }],
}
const rates = { TaxRates: [{ TaxType: 'INPUT', EffectiveRate: 8.25 }] }
const history = { HistoryRecords: [] }

const notices = { notes: ['Two pallets were damaged.'], files: sampleInputs['document.attach'].files }
const attached = [{ Attachments: [] }, { Attachments: [] }, history, history]
const contact = {
  ContactID: id,
  Name: 'Acme',
  ContactPersons: [
    { FirstName: 'Ann', LastName: 'Lee', EmailAddress: 'ann@x.example', IncludeInEmails: true },
  ],
}
const party = {
  name: 'Cascade Lumber & Sons',
  email: 'office@x.example, ann@x.example, yard@x.example',
  phone: '(206) 555-0142',
  accountNumber: 'FL-77',
  address: '12 Mill Road\nGate 3\nHall B\nDoor 4\nLeft',
  city: 'Renton',
  region: 'WA',
  postalCode: '98055',
  country: 'US',
}
const item = { ItemID: id, Code: 'PUMP', PurchaseDetails: { UnitPrice: 1, COGSAccountCode: '310' } }
const changes = { name: 'Pump 2', description: 'Half an inch', purchaseCost: '2.5' }
const organisation = [{ Organisations: [{ Name: 'Acme' }] }, { Currencies: [] }, rates, { Accounts: [] }]
const changed = (cursor: string) =>
  requestsOf(operations['change.list']({ ...sampleInputs['change.list'], cursor }, context), [])

const sent: [string, WireRequest[]][] = [
  ['connect.check', requestsOf(operations['connect.check']({}, context), organisation)],
  ['document.find', requestsOf(operations['document.find'](sampleInputs['document.find'], context), [])],
  ['document.list', requestsOf(operations['document.list'](sampleInputs['document.list'], context), [])],
  [
    'document.list of bills',
    requestsOf(operations['document.list']({ ...sampleInputs['document.list'], kind: 'bill' }, context), []),
  ],
  ['document.get', requestsOf(operations['document.get'](sampleInputs['document.get'], context), [])],
  ['document.create', requestsOf(operations['document.create'](document, context), [])],
  [
    'document.update',
    requestsOf(updateDocument({ document: { ...document, shipTo: '' }, reference: { id } }, context), [
      { PurchaseOrders: [order] },
    ]),
  ],
  [
    'document.cancel',
    requestsOf(cancelDocument({ kind: 'purchase-order', reference: { id }, how: 'delete' }, context), [
      { PurchaseOrders: [order] },
    ]),
  ],
  [
    'document.mark',
    requestsOf(markDocument({ kind: 'purchase-order', reference: { id }, as: 'billed' }, context), [
      { PurchaseOrders: [order] },
    ]),
  ],
  [
    'document.create of a bill',
    requestsOf(operations['document.create'](paper, context), [
      rates,
      { Invoices: [held] },
      history,
      history,
    ]),
  ],
  [
    'document.update of a bill',
    requestsOf(updateDocument({ document: paper, reference: { id } }, context), [
      { Invoices: [held] },
      rates,
      { Invoices: [held] },
      history,
      history,
    ]),
  ],
  [
    'document.cancel of a bill',
    requestsOf(cancelDocument({ kind: 'bill', reference: { id }, how: 'delete' }, context), [
      { Invoices: [held] },
    ]),
  ],
  [
    'document.cancel of an approved bill',
    requestsOf(cancelDocument({ kind: 'bill', reference: { id }, how: 'delete' }, context), [
      { Invoices: [{ ...held, Status: 'AUTHORISED' }] },
    ]),
  ],
  [
    'document.attach',
    requestsOf(attachBeside({ kind: 'purchase-order', reference: { id }, ...notices }, context), attached),
  ],
  [
    'document.attach of a bill',
    requestsOf(attachBeside({ kind: 'bill', reference: { id }, ...notices }, context), attached),
  ],
  [
    'document.find of a bill',
    requestsOf(operations['document.find']({ ...sampleInputs['document.find'], kind: 'bill' }, context), []),
  ],
  ['vendor.list', requestsOf(operations['vendor.list']({}, context), [])],
  ['vendor.find', requestsOf(operations['vendor.find'](sampleInputs['vendor.find'], context), [])],
  ['vendor.create', requestsOf(operations['vendor.create'](sampleInputs['vendor.create'], context), [])],
  ['vendor.create with all', requestsOf(operations['vendor.create'](party, context), [])],
  ['vendor.get', requestsOf(operations['vendor.get']({ reference: { id } }, context), [])],
  [
    'vendor.update',
    requestsOf(updateVendor({ reference: { id }, party, active: false }, context), [{ Contacts: [contact] }]),
  ],
  ['item.list', requestsOf(operations['item.list']({}, context), [])],
  ['item.find', requestsOf(operations['item.find'](sampleInputs['item.find'], context), [])],
  ['item.create', requestsOf(createItem(stock, context), [])],
  ['item.get', requestsOf(operations['item.get']({ reference: { id: 'PUMP' } }, context), [])],
  [
    'item.update',
    requestsOf(updateItem({ reference: { id: 'PUMP' }, changes }, context), [{ Items: [item] }]),
  ],
  ['account.list', requestsOf(operations['account.list']({}, context), [])],
  ['class.list', requestsOf(operations['class.list']({}, context), [])],
  ['change.list', ['0:1', '1:1', '2:1', '3:2'].flatMap(changed)],
]

const askNothing = ['customer.find', 'term.list', 'employee.list']

test.each(sent)('%s asks only what Xero’s OpenAPI document knows', (_operation, requests) => {
  expect(requests.length).toBeGreaterThan(0)
  for (const request of requests) expectPublished(request)
})

test('every operation is asked so, but for those that ask nothing of Xero', () => {
  const judged = sent.map(([title]) => title.split(' ')[0])
  expect(new Set([...judged, ...askNothing])).toEqual(new Set(Object.keys(operations)))
  expect(requestsOf(operations['customer.find'](sampleInputs['customer.find'], context), [])).toEqual([])
  expect(() => operations['term.list']({}, context)).toThrow('keeps no list of terms')
  expect(() => operations['employee.list']({}, context).next()).toThrow()
  const voiding = cancelDocument({ kind: 'bill', reference: { id }, how: 'void' }, context)
  expect(() => requestsOf(voiding, [])).toThrow('Delete it instead')
})

test.each([
  ['document.cancel of an approved bill', [{ InvoiceID: id, Status: 'VOIDED' }], 'Invoices'],
  ['document.cancel of a bill', [{ InvoiceID: id, Status: 'DELETED' }], 'Invoices'],
  [
    'document.attach',
    [{ Details: 'Two pallets were damaged.' }, { Details: 'Attachment: scan.pdf' }],
    'HistoryRecords',
  ],
])('%s says at last %j', (title, said, list) => {
  const [, requests = []] = sent.find(([name]) => name === title) ?? []
  expect(requests.at(-1)?.body?.value).toEqual({ [list]: said })
})

test('what is written beside a document has a key for each of its writes', () => {
  const [, requests = []] = sent.find(([name]) => name === 'document.attach') ?? []
  const keys = requests.flatMap(({ headers }) => headers?.['idempotency-key'] ?? [])
  expect(keys).toHaveLength(2)
  expect(new Set([...keys, context.requestKey]).size).toBe(3)
})

test('the document is a judge: what it does not know is seen', () => {
  const [create] = requestsOf(operations['document.create'](document, context), [])
  const [, file] = requestsOf(
    attachBeside({ kind: 'bill', reference: { id }, ...notices }, context),
    attached,
  )
  if (create === undefined || file === undefined) return expect.unreachable('both ask')
  const faults = (change: Partial<WireRequest>, of = create) => faultsOf({ ...of, ...change })
  const json = (value: unknown): Partial<WireRequest> => ({ body: { as: 'json', value } })
  expect(faults(json({ PurchaseOrders: [{ DueDate: '2026-12-01' }] }))).toEqual([
    expect.stringContaining('DueDate'),
  ])
  expect(faults(json({ PurchaseOrders: [] }), file)).toEqual(['a body as json'])
  expect(faults({ path: '/api.xro/2.0/Invoices/9', method: 'POST' })).toEqual([
    'no POST at /api.xro/2.0/Invoices/9',
  ])
  expect(faults({ query: { pagesize: '9' } })).toEqual(['no query pagesize'])
  expect(faults({ headers: { 'if-modified-since': '2026-11-20T00:00:00' } })).toEqual([
    'no header if-modified-since',
  ])
})
