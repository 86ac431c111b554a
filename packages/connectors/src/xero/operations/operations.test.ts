import { operationPlayer, sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { cancelDocument } from './cancel-document.ts'
import { findDocuments, getDocument } from './find-document.ts'
import { createItem } from './items.ts'
import { markDocument } from './mark-document.ts'
import { createDocument, updateDocument } from './save-document.ts'
import { createVendor, listVendors } from './vendors.ts'

const context = {
  companyId: 't-1',
  requestKey: 'key-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}

const play = operationPlayer(classify)

const seen = '/Date(1793620000000+0000)/'
const later = '/Date(1793629999000+0000)/'
const document = sampleDocument({ number: 'PO-1' })
const reference = { id: 'po-9', revision: seen }
const order = (changes: object = {}) => ({
  body: {
    PurchaseOrders: [
      {
        PurchaseOrderID: 'po-9',
        PurchaseOrderNumber: 'PO-1',
        Contact: { ContactID: '1' },
        Date: '/Date(1793577600000+0000)/',
        DeliveryDate: '/Date(1796083200000+0000)/',
        DeliveryInstructions: document.memo,
        Status: 'AUTHORISED',
        CurrencyCode: 'USD',
        SubTotal: 130.55,
        UpdatedDateUTC: seen,
        LineItems: [
          { LineItemID: 'a', Description: 'Stud, 2x4x8', ItemCode: '2', LineAmount: 27.8 },
          { LineItemID: 'b', Description: 'Washed sand (2.5 t)', AccountCode: '3', LineAmount: 102.75 },
        ],
        ...changes,
      },
    ],
  },
})
const missing = { status: 404, body: 'The resource you’re looking for cannot be found' }
const cancel = { kind: 'purchase-order', reference, how: 'delete' } as const

test.each([{ Status: 'PAID' }, { Status: 'AUTHORISED', AmountPaid: 20 }])(
  'G-13 a bill of which something is paid (%o) is not taken away',
  (paid) => {
    const bill = {
      InvoiceID: 'b-9',
      InvoiceNumber: 'BILL-9',
      Contact: { ContactID: '1' },
      SubTotal: 20,
      Total: 20,
      LineItems: [],
    }
    const wish = { kind: 'bill', reference: { id: 'b-9' }, how: 'delete' } as const
    const { asked, ended } = play(cancelDocument(wish, context), [
      { body: { Invoices: [{ ...bill, ...paid }] } },
    ])
    expect(asked).toHaveLength(1)
    expect(ended).toMatchObject({
      code: 'document-in-use',
      message: expect.stringContaining('is paid in Xero'),
    })
  },
)

test('G-04 a create is one write, approved there, that carries its key', () => {
  const { asked, ended } = play(createDocument(document, context), [order()])
  expect(asked.map(({ step, method, safeToRepeat }) => [step, method, safeToRepeat])).toEqual([
    ['post', 'PUT', false],
  ])
  expect(asked[0]?.headers).toMatchObject({ 'idempotency-key': 'key-1', 'xero-tenant-id': 't-1' })
  expect(asked[0]?.query).toEqual({ summarizeErrors: 'false', unitdp: '4' })
  expect(asked[0]?.body?.value).toMatchObject({ PurchaseOrders: [{ Status: 'AUTHORISED' }] })
  expect(ended).toMatchObject({ number: 'PO-1', status: 'open' })
})

test('a memo beyond 500 characters is refused before anything is sent, not cut there', () => {
  const { asked, ended } = play(createDocument({ ...document, memo: 'm'.repeat(501) }, context), [])
  expect(asked).toEqual([])
  expect(ended).toMatchObject({ code: 'too-long', detail: { params: { limit: 500, length: 501 } } })
})

test('an update leaves the status as it is there, and asks for four decimals', () => {
  const { asked } = play(updateDocument({ document, reference }, context), [order()])
  expect(asked.map(({ step, method }) => [step, method])).toEqual([
    ['read-post', 'GET'],
    ['post', 'POST'],
  ])
  expect(asked[1]?.query).toEqual({ unitdp: '4' })
  expect(JSON.stringify(asked[1]?.body?.value)).not.toContain('Status')
})

test('what somebody saved there meanwhile is stale, never written over unseen', () => {
  const edited = order({ UpdatedDateUTC: later, DeliveryInstructions: 'by hand' })
  const { asked, ended } = play(updateDocument({ document, reference }, context), [edited])
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ code: 'stale-revision', retryable: true })
})

test('an update whose answer was lost finds its own work and writes nothing', () => {
  const { asked, ended } = play(updateDocument({ document, reference }, context), [
    order({ UpdatedDateUTC: later }),
  ])
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ number: 'PO-1', reference: { revision: later } })
})

test('a due date that the form lost is not silently kept: a person is told', () => {
  const { dueDate: _lost, ...without } = document
  const { asked, ended } = play(updateDocument({ document: without, reference }, context), [order()])
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ code: 'not-allowed', cure: 'edit-form' })
})

test('G-13 an order is deleted unless it is billed, and a second time does no harm', () => {
  const first = play(cancelDocument(cancel, context), [order(), order({ Status: 'DELETED' })])
  expect(first.asked[1]?.body?.value).toEqual({
    PurchaseOrders: [{ PurchaseOrderID: 'po-9', Status: 'DELETED' }],
  })
  expect(first.ended).toMatchObject({ status: 'removed' })
  const again = play(cancelDocument(cancel, context), [order({ Status: 'DELETED' })])
  expect(again.asked).toHaveLength(1)
  expect(again.ended).toMatchObject({ status: 'removed' })
  const billed = play(cancelDocument(cancel, context), [order({ Status: 'BILLED' })])
  expect(billed.ended).toMatchObject({ code: 'document-in-use' })
  const closing = play(cancelDocument({ ...cancel, how: 'close' }, context), [])
  expect(closing.ended).toMatchObject({ code: 'not-allowed' })
})

test('what is deleted there is missing, and is not found as ours', () => {
  const search = {
    kind: document.kind,
    number: 'PO-1',
    party: { id: '1' },
    date: document.date,
    net: document.net,
  }
  const get = { kind: document.kind, reference }
  expect(play(getDocument(get, context), [order({ Status: 'DELETED' })]).ended).toBeNull()
  expect(play(getDocument(get, context), [missing]).ended).toBeNull()
  expect(play(findDocuments(search, context), [missing]).ended).toEqual([])
  expect(play(findDocuments(search, context), [order({ Status: 'DELETED' })]).ended).toEqual([])
  expect(play(findDocuments(search, context), [order()]).ended).toMatchObject([{ number: 'PO-1' }])
})

test('a vendor’s name that is taken is told with the name', () => {
  const taken = {
    StatusAttributeString: 'ERROR',
    ValidationErrors: [{ Message: 'The contact name Acme is already assigned to another contact.' }],
  }
  const { ended } = play(createVendor({ name: 'Acme' }, context), [{ body: { Contacts: [taken] } }])
  expect(ended).toMatchObject({
    code: 'duplicate-name',
    detail: { params: { record: 'vendor', name: 'Acme' } },
  })
})

test('a full page leads to the next one, and a forged page mark is refused', () => {
  const Contacts = Array.from({ length: 1000 }, (_, index) => ({
    ContactID: `c-${index}`,
    Name: `V${index}`,
  }))
  expect(play(listVendors({}, context), [{ body: { Contacts } }]).ended).toMatchObject({ next: '2' })
  expect(play(listVendors({ cursor: '2' }, context), []).asked[0]?.query?.page).toBe('2')
  expect(play(listVendors({ cursor: '1 or 1' }, context), []).ended).toMatchObject({
    code: 'document-rejected',
  })
})

test('G-06 an item without a SKU is named by its name when that fits a code, else the SKU is asked for', () => {
  const item = { kind: 'non-inventory', expenseAccount: { id: '310' }, startDate: '2026-11-02' } as const
  const short = play(createItem({ ...item, name: 'Pipe 1/2"' }, context), [])
  expect(short.asked[0]?.body?.value).toMatchObject({ Items: [{ Code: 'Pipe 1/2"' }] })
  const long = play(createItem({ ...item, name: 'Galvanised pipe, half an inch, 6 m' }, context), [])
  expect(long.asked).toEqual([])
  expect(long.ended).toMatchObject({ code: 'too-long', detail: { params: { limit: 30, length: 34 } } })
})

test.each([
  ['an id that is a path', { PurchaseOrderID: '../Organisation' }],
  ['an amount beyond belief', { SubTotal: 1e20 }],
  ['lines that are none', { LineItems: 'many' }],
  ['a number of another type', { PurchaseOrderNumber: { $ne: 1 } }],
])('an answer with %s is not believed', (_what, changes) => {
  const { ended } = play(createDocument(document, context), [order(changes)])
  expect(ended).toMatchObject({ code: 'unreadable-answer', outcomeUnknown: true })
})

test('a permission that the consent leaves out is named by what was asked for', () => {
  const narrow = {
    status: 401,
    body: { Title: 'Unauthorized', Status: 401, Detail: 'AuthorizationUnsuccessful' },
  }
  expect(play(listVendors({}, context), [narrow]).ended).toMatchObject({
    code: 'permission-missing',
    cure: 'reconnect',
    message: expect.stringContaining('needs: contacts. Reconnect under Connections'),
    detail: { params: { permission: 'contacts' } },
  })
})

const mark = (as: 'billed' | 'open') =>
  markDocument({ kind: 'purchase-order', reference: { id: 'po-9' }, as }, context)

test('an order that is marked is sent its status alone, and one that stands so already is not written', () => {
  const billed = play(mark('billed'), [order(), order({ Status: 'BILLED' })])
  expect(billed.asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api.xro/2.0/PurchaseOrders/po-9',
    body: { value: { PurchaseOrders: [{ PurchaseOrderID: 'po-9', Status: 'BILLED' }] } },
  })
  expect(billed.ended).toMatchObject({ status: 'closed', stateThere: 'Billed' })
  for (const [as, Status] of [
    ['billed', 'BILLED'],
    ['open', 'AUTHORISED'],
    ['open', 'DRAFT'],
  ] as const)
    expect(play(mark(as), [order({ Status })]).asked).toHaveLength(1)
})

test('an order that is not approved there is not set billed, with a sentence; a deleted one is missing', () => {
  expect(play(mark('billed'), [order({ Status: 'SUBMITTED' })]).ended).toMatchObject({
    code: 'not-ready-there',
    cure: 'retry',
    message: expect.stringContaining('not approved yet (Awaiting Approval), so it is not set to billed.'),
  })
  expect(play(mark('billed'), [order({ Status: 'DELETED' })]).ended).toMatchObject({
    code: 'document-removed',
  })
})
