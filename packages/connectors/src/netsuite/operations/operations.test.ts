import type { WireRequest } from '@fieldledger/accounting'
import { operationPlayer, sampleDocument, type ToldAnswer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { cancelDocument } from './cancel-document.ts'
import { checkConnection } from './connect-check.ts'
import { findDocuments, getDocument } from './find-document.ts'
import { createItem } from './items.ts'
import { listClasses, listEmployees } from './lists.ts'
import { createDocument, updateDocument } from './save-document.ts'
import { createVendor, findVendors, listVendors } from './vendors.ts'

const context = {
  companyId: 'TSTDRV1',
  requestKey: 'KEY-1',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
}

const play = operationPlayer(classify)

const seen = '2026-11-02T09:00:00Z'
const later = '2026-11-02T10:00:00Z'
const document = sampleDocument({ number: 'PO-1' })
const reference = { id: '77', revision: seen }
const rows = (...items: object[]): ToldAnswer => ({ body: { items, hasMore: false, count: items.length } })
const currencies = rows({ id: '1', symbol: 'USD' }, { id: '4', symbol: 'EUR' })
const saved = (record = 'purchaseOrder', id = '77'): ToldAnswer => ({
  status: 204,
  headers: { location: `https://tstdrv1.suitetalk.api.netsuite.com/services/rest/record/v1/${record}/${id}` },
})
const order = (changes: object = {}): ToldAnswer => ({
  body: {
    id: '77',
    tranId: 'PO-1',
    entity: { id: '1' },
    tranDate: '2026-11-02',
    dueDate: '2026-12-01',
    memo: document.memo,
    currency: { id: '1', refName: 'US Dollar' },
    orderStatus: { id: 'B', refName: 'Pending Receipt' },
    subtotal: 130.55,
    total: 130.55,
    lastModifiedDate: seen,
    item: { items: [{ line: 1, item: { id: '2' }, quantity: 8, rate: 3.475, amount: 27.8 }] },
    expense: { items: [{ line: 2, account: { id: '3' }, amount: 102.75 }] },
    ...changes,
  },
})
const refused = (detail: string, status = 400): ToldAnswer => ({
  status,
  body: { title: 'Bad Request', status, 'o:errorDetails': [{ detail, 'o:errorCode': 'USER_ERROR' }] },
})
const missing = refused('The record instance does not exist.', 404)
const steps = (asked: WireRequest[]) => asked.map(({ step, method }) => [step, method])

test('a create looks for its number, then is one write to its external id, and is read back', () => {
  const { asked, ended } = play(createDocument(document, context), [currencies, rows(), saved(), order()])
  expect(steps(asked)).toEqual([
    ['currencies', 'POST'],
    ['look', 'POST'],
    ['post', 'PUT'],
    ['read-back', 'GET'],
  ])
  expect(asked.map(({ safeToRepeat }) => safeToRepeat)).toEqual([true, true, false, true])
  expect(asked[1]).toMatchObject({
    path: '/services/rest/query/v1/suiteql',
    headers: { prefer: 'transient' },
  })
  expect(asked[2]).toMatchObject({
    path: '/services/rest/record/v1/purchaseOrder/eid:KEY-1',
    query: { replace: 'item,expense' },
  })
  expect(asked[3]).toMatchObject({
    path: '/services/rest/record/v1/purchaseOrder/77',
    query: { expandSubResources: 'true' },
  })
  expect(ended).toMatchObject({ number: 'PO-1', status: 'open', net: { minor: 13_055, currency: 'USD' } })
})

test('G-04 it arrives approved; where the role may not say so it is sent to the same id without it', () => {
  const approved = play(createDocument(document, context), [currencies, rows(), saved(), order()])
  expect(approved.asked[2]?.body?.value).toMatchObject({ approvalStatus: { id: '2' } })
  const no = refused('You do not have permission to set the field Approval Status.')
  const answers = [currencies, rows(), no, saved(), order({ orderStatus: { id: 'A' } })]
  const { asked, ended } = play(createDocument(document, context), answers)
  expect(asked.slice(2, 4).map(({ step, path }) => [step, path])).toEqual([
    ['post', '/services/rest/record/v1/purchaseOrder/eid:KEY-1'],
    ['post-again', '/services/rest/record/v1/purchaseOrder/eid:KEY-1'],
  ])
  expect(asked[3]?.body?.value).not.toHaveProperty('approvalStatus')
  expect(ended).toMatchObject({ status: 'open' })
})

test('a repeated create finds its own work by its external id, and leaves it as it is', () => {
  const own = rows({ id: '77', externalid: 'KEY-1' })
  const { asked, ended } = play(createDocument(document, context), [
    currencies,
    own,
    order({ memo: 'by hand' }),
  ])
  expect(steps(asked)).toEqual([
    ['currencies', 'POST'],
    ['look', 'POST'],
    ['read-back', 'GET'],
  ])
  expect(ended).toMatchObject({ memo: 'by hand' })
})

test('a number that another order has there is refused before anything is sent, though NetSuite would take it', () => {
  const { asked, ended } = play(createDocument(document, context), [
    currencies,
    rows({ id: 12, externalid: null }),
  ])
  expect(asked).toHaveLength(2)
  expect(ended).toMatchObject({ code: 'duplicate-number', cure: 'change-number' })
})

test('a currency that the account does not use is told before anything is sent', () => {
  const { asked, ended } = play(createDocument({ ...document, currency: 'CHF' }, context), [currencies])
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ code: 'not-allowed', detail: { params: { currency: 'CHF' } } })
})

test('texts beyond 999 and 4000 characters are refused with their place, not cut there', () => {
  const memo = play(createDocument({ ...document, memo: 'm'.repeat(1000) }, context), [])
  expect(memo.ended).toMatchObject({ code: 'too-long', detail: { params: { limit: 999, length: 1000 } } })
  const [line] = document.lines
  if (line === undefined) expect.unreachable('the sample has lines')
  const long = { ...document, lines: [line, { ...line, description: 'd'.repeat(4001) }] }
  const { ended } = play(createDocument(long, context), [])
  expect(ended).toMatchObject({ detail: { field: 'the description of line 2', params: { limit: 4000 } } })
})

test('an inactive item is named: the refusal itself says only that a value is invalid', () => {
  const invalid = refused('You have entered an Invalid Field Value 2 for the following field: item')
  const named = {
    ...document,
    lines: document.lines.map((line) => ({ ...line, item: { id: '2', name: 'Stud' } })),
  }
  const answers = [
    currencies,
    rows(),
    invalid,
    rows({ id: 1, isinactive: 'F' }),
    rows({ id: 2, isinactive: 'T' }),
  ]
  const { asked, ended } = play(createDocument(named, context), answers)
  expect(asked.map(({ step }) => step).slice(3)).toEqual(['check-vendor', 'check-item'])
  expect(ended).toMatchObject({ code: 'inactive-reference', cure: 'link-item' })
  expect(String(ended)).toContain('“Stud”')
})

test('an update replaces both lists, and empties the memo and the due date that the form lost', () => {
  const { memo: _memo, dueDate: _date, ...without } = document
  const answers = [order(), currencies, saved(), order()]
  const { asked } = play(updateDocument({ document: without, reference }, context), answers)
  expect(steps(asked)[2]).toEqual(['post', 'PATCH'])
  expect(asked[2]).toMatchObject({
    path: '/services/rest/record/v1/purchaseOrder/77',
    query: { replace: 'item,expense,memo,dueDate', replaceSelectedFields: 'true' },
  })
  expect(asked[2]?.body?.value).not.toHaveProperty('memo')
})

test('what somebody saved there meanwhile is stale, never written over unseen', () => {
  const edited = order({ lastModifiedDate: later, memo: 'by hand' })
  const { asked, ended } = play(updateDocument({ document, reference }, context), [edited, currencies])
  expect(asked).toHaveLength(2)
  expect(ended).toMatchObject({ code: 'stale-revision', retryable: true })
})

test('an update whose answer was lost finds its own work and writes nothing', () => {
  const done = order({ lastModifiedDate: later })
  const { asked, ended } = play(updateDocument({ document, reference }, context), [done, currencies])
  expect(asked).toHaveLength(2)
  expect(ended).toMatchObject({ number: 'PO-1', reference: { revision: later } })
})

test('an update of a quantity or a text alone is no own work where somebody saved the record before it: it goes, or is asked about', () => {
  const [item, ...others] = document.lines
  if (item === undefined) throw new TypeError('the sample has a first line')
  const halved = { ...item, quantity: '4', unitPrice: '6.95' }
  const texted = { ...item, description: 'Stud, planed' }
  const held = {
    items: [{ line: 1, item: { id: '2' }, quantity: 8, rate: 3.475, amount: 27.8, description: 'Stud' }],
  }
  for (const line of [halved, texted]) {
    const saved = order({ lastModifiedDate: later, item: held })
    const wanted = { ...document, lines: [line, ...others] }
    const { ended } = play(updateDocument({ document: wanted, reference }, context), [saved, currencies])
    expect(ended).toMatchObject({ code: 'stale-revision' })
  }
})

test('an order that is received or billed stays as it is', () => {
  const received = order({ orderStatus: { id: 'D' } })
  const { ended } = play(updateDocument({ document, reference }, context), [received, currencies])
  expect(ended).toMatchObject({ code: 'document-in-use' })
})

test('G-13 the open lines are closed by their keys, and a second time does no harm', () => {
  const close = { kind: 'purchase-order', reference, how: 'close' } as const
  const halfClosed = order({
    expense: { items: [{ line: 2, account: { id: '3' }, amount: 102.75, isClosed: true }] },
  })
  const closed = order({ orderStatus: { id: 'H' } })
  const first = play(cancelDocument(close, context), [halfClosed, currencies, saved(), closed])
  expect(first.asked[2]).toMatchObject({ method: 'PATCH', path: '/services/rest/record/v1/purchaseOrder/77' })
  expect(first.asked[2]?.body?.value).toEqual({ item: { items: [{ line: 1, isClosed: true }] } })
  expect(first.ended).toMatchObject({ status: 'closed' })
  const again = play(cancelDocument(close, context), [closed, currencies])
  expect(again.asked).toHaveLength(2)
  expect(again.ended).toMatchObject({ status: 'closed' })
})

test('G-13 an order is deleted only when nothing of it was received or billed', () => {
  const remove = { kind: 'purchase-order', reference, how: 'delete' } as const
  const first = play(cancelDocument(remove, context), [order(), { status: 204 }, currencies])
  expect(steps(first.asked)[1]).toEqual(['post', 'DELETE'])
  expect(first.ended).toMatchObject({ status: 'removed' })
  expect(play(cancelDocument(remove, context), [missing]).ended).toMatchObject({ status: 'removed' })
  const part = { items: [{ line: 1, item: { id: '2' }, amount: 27.8, quantityReceived: 3 }] }
  for (const moved of [order({ orderStatus: { id: 'F' } }), order({ orderStatus: { id: 'H' }, item: part })])
    expect(play(cancelDocument(remove, context), [moved]).ended).toMatchObject({ code: 'document-in-use' })
  const voiding = play(cancelDocument({ ...remove, how: 'void' }, context), [])
  expect(voiding.ended).toMatchObject({ code: 'not-allowed' })
})

test('what is not there is missing; of several with a number the one whose date and total agree comes first', () => {
  const { kind, number, party, date, net } = document
  expect(play(getDocument({ kind, reference }, context), [missing]).ended).toBeNull()
  const search = { kind, number, party, date, net }
  const two = rows({ id: '76' }, { id: '77' })
  const answers = [two, currencies, order({ id: '76', subtotal: 5 }), order()]
  const { asked, ended } = play(findDocuments(search, context), answers)
  expect(asked).toHaveLength(answers.length)
  expect(ended).toMatchObject([{ reference: { id: '77' } }, { reference: { id: '76' } }])
  expect(asked[0]?.body?.value).toMatchObject({
    q: expect.stringContaining("tranid = 'PO-1' AND entity = '1'"),
  })
})

test('a text in a question cannot end it', () => {
  const { asked } = play(findVendors({ name: "O'Brien' OR 'a' = 'a" }, context), [])
  expect(asked[0]?.body?.value).toMatchObject({
    q: expect.stringContaining("companyname = 'O''Brien'' OR ''a'' = ''a'"),
  })
})

test('a vendor is made in the uppermost subsidiary, and a name that is taken is told with the name', () => {
  const subsidiaries = rows({ id: 3, name: 'West', parent: 1 }, { id: 1, name: 'Harbour', parent: null })
  const record = { body: { id: '5', entityId: 'Acme', companyName: 'Acme', isInactive: false } }
  const made = play(createVendor({ name: 'Acme' }, context), [subsidiaries, saved('vendor', '5'), record])
  expect(made.asked[1]).toMatchObject({
    method: 'PUT',
    path: '/services/rest/record/v1/vendor/eid:KEY-1',
    body: { value: { subsidiary: { id: '1' } } },
  })
  expect(made.ended).toMatchObject({ reference: { id: '5' }, name: 'Acme' })
  const taken = refused('A vendor record with this ID already exists.')
  const unknownTable = refused("Record 'subsidiary' was not found.")
  const { asked, ended } = play(createVendor({ name: 'Acme' }, context), [unknownTable, taken])
  expect(asked[1]?.body?.value).not.toHaveProperty('subsidiary')
  expect(ended).toMatchObject({
    code: 'duplicate-name',
    detail: { params: { record: 'vendor', name: 'Acme' } },
  })
})

test('an item has an address for its kind; one without an account is refused before anything is sent', () => {
  const item = { name: 'Pipe', kind: 'service', startDate: '2026-11-02' } as const
  expect(play(createItem(item, context), []).ended).toMatchObject({ code: 'wrong-account' })
  const row = { id: 9, itemid: 'Pipe', itemtype: 'Service', isinactive: 'F' }
  const answers = [rows(), saved('servicePurchaseItem', '9'), rows(row)]
  const { asked, ended } = play(createItem({ ...item, expenseAccount: { id: '3' } }, context), answers)
  expect(asked[1]?.path).toBe('/services/rest/record/v1/servicePurchaseItem/eid:KEY-1')
  expect(ended).toMatchObject({ name: 'Pipe', kind: 'service' })
})

test('a list goes on after the last id while there are more, and a forged page mark is refused', () => {
  const page = { body: { items: [{ id: 7 }, { id: 1009 }], hasMore: true } }
  expect(play(listVendors({}, context), [page]).ended).toMatchObject({ next: '1009' })
  expect(play(listVendors({ cursor: '1009' }, context), []).asked[0]?.body?.value).toMatchObject({
    q: expect.stringContaining('id > 1009 ORDER BY id'),
  })
  expect(play(listVendors({ cursor: '1 or 1=1' }, context), []).ended).toMatchObject({
    code: 'document-rejected',
  })
})

test('classes, departments and locations are one list; what the account has switched off is left out', () => {
  const off = refused("Record 'classification' was not found.")
  expect(play(listClasses({}, context), [off]).ended).toEqual({ rows: [], next: 'department:0' })
  const yard = rows({ id: 4, name: 'North yard', fullname: 'East : North yard', isinactive: 'F' })
  expect(play(listClasses({ cursor: 'location:0' }, context), [yard]).ended).toEqual({
    rows: [{ id: 'location:4', name: 'East : North yard', active: true, list: 'location' }],
  })
  expect(play(listClasses({ cursor: 'vendor:0' }, context), []).ended).toMatchObject({
    code: 'document-rejected',
  })
})

test('G-24 employees come by what the service shows, who has left too; a role that may not read them has none', () => {
  const jane = { id: 4, entityid: '17 Jane Doe', firstname: 'Jane', lastname: 'Doe', isinactive: 'F' }
  const left = { id: '5', entityid: 'Bob', firstname: null, lastname: null, isinactive: 'T' }
  const { asked, ended } = play(listEmployees({ cursor: '3' }, context), [rows(jane, left)])
  expect(asked).toMatchObject([
    {
      body: {
        value: {
          q: 'SELECT id, entityid, firstname, lastname, isinactive FROM employee WHERE id > 3 ORDER BY id',
        },
      },
    },
  ])
  const whole = play(listEmployees({}, context), [rows({ ...jane, id: -5 })])
  expect(whole.asked[0]?.body).toMatchObject({
    value: { q: 'SELECT id, entityid, firstname, lastname, isinactive FROM employee ORDER BY id' },
  })
  expect(whole.ended).toMatchObject({ rows: [{ id: '-5' }] })
  expect(ended).toEqual({
    rows: [
      { id: '4', name: '17 Jane Doe', fullName: 'Jane Doe', active: true },
      { id: '5', name: 'Bob', active: false },
    ],
  })
  for (const no of [refused("Record 'employee' was not found."), refused('You need a permission.', 403)])
    expect(play(listEmployees({}, context), [no]).ended).toEqual({ rows: [] })
})

test('the company is its uppermost subsidiary, in the currency of that; without subsidiaries it is the account', () => {
  const root = rows({ id: 1, name: 'Harbour', parent: null, currency: 4 })
  expect(play(checkConnection({}, context), [root, currencies, rows(), rows()]).ended).toMatchObject({
    id: 'TSTDRV1',
    name: 'Harbour',
    currency: 'EUR',
  })
  const base = rows({ id: '9', symbol: 'CAD' })
  const { ended } = play(checkConnection({}, context), [
    refused('Invalid search type: subsidiary.'),
    base,
    refused('Invalid search type: accountingperiod.'),
    refused('Invalid search type: salestaxitem.'),
  ])
  expect(ended).toMatchObject({ name: 'NetSuite TSTDRV1', currency: 'CAD', purchaseTax: false })
  expect(ended).not.toHaveProperty('closedThrough')
})

test('the tax codes of an account in the United States are of sales alone, and one that does not tell is looked at', () => {
  const root = rows({ id: 1, name: 'Harbour', parent: null, currency: 4 })
  const taxOf = (...answers: ToldAnswer[]) =>
    play(checkConnection({}, context), [root, currencies, rows(), ...answers]).ended
  const code = { id: 3, itemid: 'WA', rate: 8.25 }
  expect(taxOf(rows({ ...code, nexuscountry: 'US' }))).toMatchObject({ purchaseTax: false })
  expect(taxOf(rows(code), { body: { nexusCountry: { id: 'US' } } })).toMatchObject({ purchaseTax: false })
  expect(taxOf(rows(code), { body: { nexusCountry: { id: 'CA' } } })).toMatchObject({
    purchaseTax: true,
    taxCodes: [{ id: '3', name: 'WA', rate: '8.25' }],
  })
})

test('the books are closed as far as no period before is open to payables', () => {
  const root = rows({ id: 1, name: 'Harbour', parent: null, currency: 4 })
  const period = (ends: string, ...yes: string[]) => ({
    id: ends.slice(5, 7),
    ends,
    ...Object.fromEntries(
      ['closed', 'aplocked', 'alllocked'].map((flag) => [flag, yes.includes(flag) ? 'T' : 'F']),
    ),
  })
  const periods = rows(
    period('2026-08-31', 'closed'),
    period('2026-09-30', 'aplocked'),
    period('2026-10-31'),
    period('2026-11-30', 'alllocked'),
  )
  const { ended } = play(checkConnection({}, context), [root, currencies, periods, rows()])
  expect(ended).toMatchObject({ closedThrough: '2026-09-30' })
})

test.each([
  ['an id that is a path', { id: '../vendor/1' }],
  ['an amount beyond belief', { subtotal: 1e20 }],
  ['lines that are none', { item: { items: 'many' } }],
  ['a number of another type', { tranId: { $ne: 1 } }],
])('an answer with %s is not believed', (_what, changes) => {
  const { ended } = play(createDocument(document, context), [currencies, rows(), saved(), order(changes)])
  expect(ended).toMatchObject({ code: 'unreadable-answer', outcomeUnknown: true })
})

test('a write that does not say where the record is, is unknown', () => {
  const { ended } = play(createDocument(document, context), [currencies, rows(), { status: 204 }])
  expect(ended).toMatchObject({ code: 'unreadable-answer', outcomeUnknown: true })
})
