import { operationPlayer, sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { cancelDocument } from './cancel-document.ts'
import { getDocument } from './find-document.ts'
import { getItem } from './items.ts'
import { createDocument, updateDocument } from './save-document.ts'
import { getVendor, listVendors } from './vendors.ts'

const context = {
  companyId: '9341',
  requestKey: 'key-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}

const play = operationPlayer(classify)

const fault = (code: string, detail = '') => ({
  status: 400,
  body: { Fault: { Error: [{ Message: '', Detail: detail, code, element: '' }], type: 'ValidationFault' } },
})
const order = (changes: object = {}) => ({
  body: {
    PurchaseOrder: {
      Id: '9',
      SyncToken: '4',
      VendorRef: { value: '1' },
      DocNumber: 'PO-1',
      TotalAmt: 130.55,
      POStatus: 'Open',
      Line: [],
      ...changes,
    },
  },
})
const payable = { body: { QueryResponse: { Account: [{ Id: '33', SyncToken: '0', Name: 'A/P' }] } } }
const document = sampleDocument({ number: 'PO-1' })
const reference = { id: '9' }

test('a create is one read and one write that carries its key', () => {
  const { asked } = play(createDocument(document, context), [payable])
  expect(asked.map(({ step, safeToRepeat }) => [step, safeToRepeat])).toEqual([
    ['payable-account', true],
    ['post', false],
  ])
  expect(asked[1]?.query).toEqual({ requestid: 'key-1', minorversion: '75' })
  expect(asked[1]?.headers).toMatchObject({ accept: 'application/json' })
})

test('without an accounts payable account nothing is written', () => {
  const { asked, ended } = play(createDocument(document, context), [{ body: { QueryResponse: {} } }])
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ code: 'wrong-account' })
})

test('an update carries the version that was looked at, so that what was saved there meanwhile is stale, never overwritten', () => {
  const looked = { ...reference, revision: '4' }
  const edited = play(updateDocument({ document, reference: looked }, context), [
    order({ SyncToken: '5' }),
    fault('5010'),
  ])
  expect(edited.asked.map(({ step }) => step)).toEqual(['read-post', 'post'])
  expect(edited.asked[1]?.body?.value).toMatchObject({ SyncToken: '4' })
  expect(edited.ended).toMatchObject({ code: 'stale-revision', retryable: true })
})

const paidBill = (Balance: number) => ({
  body: {
    Bill: {
      Id: '9',
      SyncToken: '4',
      VendorRef: { value: '1' },
      DocNumber: 'BILL-9',
      TotalAmt: 130.55,
      Balance,
      Line: [],
    },
  },
})

test('G-13 a bill is deleted unless something of it is paid', () => {
  const cancel = { kind: 'bill', reference, how: 'delete' } as const
  const deleted = { body: { Bill: { Id: '9', status: 'Deleted' } } }
  const free = play(cancelDocument(cancel, context), [paidBill(130.55), deleted])
  expect(free.asked[1]).toMatchObject({ path: '/v3/company/{company}/bill', query: { operation: 'delete' } })
  expect(free.ended).toMatchObject({ status: 'removed' })
  for (const due of [0, 100]) {
    const { asked, ended } = play(cancelDocument(cancel, context), [paidBill(due)])
    expect(asked).toHaveLength(1)
    expect(ended).toMatchObject({
      code: 'document-in-use',
      message: expect.stringContaining('is paid in QuickBooks'),
    })
  }
})

test('G-13 an order that a bill is linked to says beforehand that it is neither closed nor deleted', () => {
  const linked = order({ LinkedTxn: [{ TxnId: '77', TxnType: 'Bill' }] })
  const { ended } = play(getDocument({ kind: document.kind, reference }, context), [linked])
  const refused = expect.stringContaining('is linked to a bill in QuickBooks')
  expect(ended).toMatchObject({ closing: { refused }, removal: { refused }, standing: 'partly-billed' })
  const bill = play(getDocument({ kind: 'bill', reference }, context), [paidBill(0)])
  expect(bill.ended).toMatchObject({ removal: { refused: expect.stringContaining('is paid') } })
  expect(bill.ended).not.toHaveProperty('closing')
})

test('a bill can be neither closed nor voided', () => {
  for (const how of ['close', 'void'] as const) {
    const { ended } = play(cancelDocument({ kind: 'bill', reference, how }, context), [paidBill(130.55)])
    expect(ended).toMatchObject({
      code: 'not-allowed',
      message: expect.stringContaining('Delete it instead.'),
    })
  }
})

test('a stale cancel reads again and writes once more, then gives up', () => {
  const cancel = { kind: document.kind, reference, how: 'close' } as const
  const again = play(cancelDocument(cancel, context), [
    order(),
    fault('5010'),
    order({ SyncToken: '5' }),
    order({ SyncToken: '6', POStatus: 'Closed' }),
  ])
  expect(again.asked.map(({ step }) => step)).toEqual(['read-post', 'post', 'read-post-again', 'post-again'])
  expect(again.asked[3]?.query?.requestid).toBe('key-1.2')
  expect(again.asked[3]?.body?.value).toMatchObject({ SyncToken: '5' })
  expect(again.ended).toMatchObject({ status: 'closed' })
  const twice = play(cancelDocument(cancel, context), [order(), fault('5010'), order(), fault('5010')])
  expect(twice.ended).toMatchObject({ code: 'stale-revision', retryable: true })
})

test('a refusal for something inactive is explained by looking which record it is', () => {
  const vendors = {
    body: { QueryResponse: { Vendor: [{ Id: '1', SyncToken: '0', DisplayName: 'V', Active: true }] } },
  }
  const items = {
    body: { QueryResponse: { Item: [{ Id: '2', SyncToken: '0', Name: 'Stud', Active: false }] } },
  }
  const { asked, ended } = play(createDocument(document, context), [payable, fault('610'), vendors, items])
  expect(asked.map(({ step }) => step)).toEqual(['payable-account', 'post', 'check-vendor', 'check-item'])
  expect(ended).toMatchObject({ code: 'inactive-reference', detail: { params: { record: 'item', id: '2' } } })
})

test('a look-up that a busy ledger puts off is not given up: it waits, and nothing is called refused without a reason', () => {
  const busy = { ...fault('3001'), status: 429 }
  const { ended } = play(createDocument(document, context), [payable, fault('610'), busy])
  expect(ended).toMatchObject({ code: 'rate-limited', costsNoAttempt: true })
})

test('an order that a bill is linked to is neither closed nor deleted', () => {
  for (const how of ['close', 'delete'] as const) {
    const linked = order({ LinkedTxn: [{ TxnId: '77', TxnType: 'Bill' }] })
    const { asked, ended } = play(cancelDocument({ kind: 'purchase-order', reference, how }, context), [
      linked,
    ])
    expect(asked).toHaveLength(1)
    expect(ended).toMatchObject({ code: 'document-in-use' })
  }
})

test('closing keeps everything that was read, and deleting sends the id and its version only', () => {
  const close = play(cancelDocument({ kind: 'purchase-order', reference, how: 'close' }, context), [
    order({ Custom: 'kept' }),
    order({ POStatus: 'Closed' }),
  ])
  expect(close.asked[1]?.body?.value).toMatchObject({ POStatus: 'Closed', Custom: 'kept', SyncToken: '4' })
  expect(close.ended).toMatchObject({ status: 'closed' })
  const deleted = { body: { PurchaseOrder: { Id: '9', status: 'Deleted', domain: 'QBO' } } }
  const remove = play(cancelDocument({ kind: 'purchase-order', reference, how: 'delete' }, context), [
    order(),
    deleted,
  ])
  expect(remove.asked[1]).toMatchObject({
    query: { operation: 'delete' },
    body: { value: { Id: '9', SyncToken: '4' } },
  })
  expect(remove.ended).toMatchObject({ status: 'removed' })
})

test('a full page leads to the next one, and a forged page mark is refused', () => {
  const vendor = (Id: string) => ({ Id, SyncToken: '0', DisplayName: `V${Id}` })
  const Vendor = Array.from({ length: 1000 }, (_, index) => vendor(String(index + 1)))
  const { ended } = play(listVendors({}, context), [{ body: { QueryResponse: { Vendor } } }])
  expect(ended).toMatchObject({ next: '1001' })
  const { asked } = play(listVendors({ cursor: '1001' }, context), [])
  expect(asked[0]?.query?.query).toContain('startposition 1001 maxresults 1000')
  expect(play(listVendors({ cursor: "1 or 'x'" }, context), []).ended).toMatchObject({
    code: 'document-rejected',
  })
})

test('a class needs class tracking in the books, and a location that of locations', () => {
  const withClass = { ...document, class: { id: '5' } }
  const preferences = (AccountingInfoPrefs: object) => ({ body: { Preferences: { AccountingInfoPrefs } } })
  const off = play(createDocument(withClass, context), [payable, preferences({})])
  expect(off.ended).toMatchObject({ code: 'not-allowed' })
  const on = play(createDocument(withClass, context), [payable, preferences({ ClassTrackingPerTxn: true })])
  expect(on.asked[2]?.body?.value).toMatchObject({ ClassRef: { value: '5' } })
  const atYard = { ...document, tracking: [{ id: 'location:2' }] }
  const untracked = [payable, preferences({ ClassTrackingPerTxn: true })]
  const nowhere = play(createDocument(atYard, context), untracked).ended
  expect(nowhere).toMatchObject({ code: 'not-allowed', message: expect.stringContaining('unmap Location') })
  const there = play(createDocument(atYard, context), [payable, preferences({ TrackDepartments: true })])
  expect(there.asked[2]?.body?.value).toMatchObject({ DepartmentRef: { value: '2' } })
})

test.each([
  ['another id than text', { Id: 9 }],
  ['an amount beyond belief', { TotalAmt: 1e20 }],
  ['lines that are none', { Line: 'many' }],
  ['a number of another type', { DocNumber: { $ne: 1 } }],
])('an answer with %s is not believed', (_what, changes) => {
  const { ended } = play(createDocument(document, context), [payable, order(changes)])
  expect(ended).toMatchObject({ code: 'unreadable-answer', outcomeUnknown: true })
})

test('a category or a bundle is as little an item that can be bought when it is read as when all are listed', () => {
  const read = (Type: string) =>
    play(getItem({ reference: { id: '7' } }, context), [
      { body: { Item: { Id: '7', SyncToken: '0', Name: 'Pipes', Type } } },
    ])
  expect(['Category', 'Group'].map((type) => read(type).ended)).toEqual([null, null])
  expect(read('Service').ended).toMatchObject({ name: 'Pipes', kind: 'service' })
  expect(play(getItem({ reference: { id: '7' } }, context), [fault('610')]).ended).toBeNull()
  expect(play(getVendor({ reference: { id: '7' } }, context), [fault('610')]).ended).toBeNull()
})
