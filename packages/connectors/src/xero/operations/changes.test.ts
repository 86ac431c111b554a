import { operationPlayer } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { listChanges } from './changes.ts'

const context = { companyId: 't-1', requestKey: '', currency: 'USD', booksUrl: 'http://books.example/app' }
const play = operationPlayer(classify)
const since = '2026-11-27T10:30:00.750Z'
const at = (time: string) => `/Date(${Date.parse(time)}+0000)/`
const look = (cursor: string | undefined, body: object) =>
  play(listChanges(cursor === undefined ? { since } : { since, cursor }, context), [{ body }])

test('one list after the other is asked for by If-Modified-Since, to the second and without a zone', () => {
  const [contacts, items, orders, bills] = [undefined, '1:1', '2:1', '3:1'].map((cursor) => look(cursor, {}))
  const headers = { 'if-modified-since': '2026-11-27T10:30:00', 'xero-tenant-id': 't-1' }
  const paged = { page: '1', pageSize: '1000' }
  const asked = { method: 'GET', headers, routine: true, safeToRepeat: true }
  const path = '/api.xro/2.0'
  expect(contacts).toMatchObject({
    asked: [{ ...asked, path: `${path}/Contacts`, query: { ...paged, includeArchived: 'true' } }],
    ended: { rows: [], complete: true, next: '1:1' },
  })
  expect(items?.asked).toMatchObject([{ ...asked, path: `${path}/Items`, query: {} }])
  expect(items?.asked[0]?.query).not.toHaveProperty('page')
  expect(items?.ended).toMatchObject({ next: '2:1' })
  expect(orders).toMatchObject({
    asked: [{ ...asked, path: `${path}/PurchaseOrders`, query: paged }],
    ended: { next: '3:1' },
  })
  expect(bills?.asked).toMatchObject([
    { ...asked, path: `${path}/Invoices`, query: { ...paged, where: 'Type=="ACCPAY"' } },
  ])
  expect(bills?.ended).toEqual({ rows: [], complete: true })
})

test('what was changed is told by UTC; an item by its code, with its name and whether it may be bought', () => {
  const told = at('2026-11-27T10:31:00Z')
  expect(
    look('0:1', { Contacts: [{ ContactID: 'c-1', Name: 'Acme', UpdatedDateUTC: told }] }).ended,
  ).toMatchObject({
    rows: [{ record: 'vendor', remoteId: 'c-1', at: '2026-11-27T10:31:00.000Z' }],
  })
  const Items = [
    { ItemID: 'i-1', Code: 'PUMP', Name: 'Pump', UpdatedDateUTC: told },
    { ItemID: 'i-2', Code: 'SOLD', IsPurchased: false, UpdatedDateUTC: told },
  ]
  expect(look('1:1', { Items }).ended).toMatchObject({
    rows: [
      { record: 'item', remoteId: 'PUMP', name: 'Pump', active: true },
      { record: 'item', remoteId: 'SOLD', name: 'SOLD', active: false },
    ],
  })
  const PurchaseOrders = [{ PurchaseOrderID: 'po-1', UpdatedDateUTC: told }]
  expect(look('2:1', { PurchaseOrders }).ended).toMatchObject({
    rows: [{ record: 'document', remoteId: 'po-1', revision: told }],
  })
})

test('a payment changes the bill that it pays, and the bill is told by another revision than before', () => {
  const bill = (time: string) =>
    look('3:1', { Invoices: [{ InvoiceID: 'b-1', AmountPaid: 20, UpdatedDateUTC: at(time) }] }).ended
  const [approved, paid] = ['2026-11-27T10:31:00.000Z', '2026-11-27T10:31:00.900Z'].map((time) => ({
    rows: [{ record: 'document', remoteId: 'b-1', at: time, revision: at(time) }],
    complete: true,
  }))
  expect(bill('2026-11-27T10:31:00.000Z')).toEqual(approved)
  expect(bill('2026-11-27T10:31:00.900Z')).toEqual(paid)
})

test('a full page leads to the next of its list, by how many the service gave and not by how many were understood', () => {
  const rows = Array.from({ length: 1000 }, (_, n) => ({
    InvoiceID: `b-${n}`,
    ...(n === 0 ? {} : { UpdatedDateUTC: at('2026-11-27T10:31:00Z') }),
  }))
  const full = look('3:1', { Invoices: rows }).ended
  expect(full).toMatchObject({ next: '3:2', complete: true })
  expect(Object(full).rows).toHaveLength(999)
  const { asked, ended } = look('3:2', { Invoices: rows.slice(1) })
  expect(asked[0]?.query).toMatchObject({ page: '2', where: 'Type=="ACCPAY"' })
  expect(ended).not.toHaveProperty('next')
  const Items = rows.map(({ InvoiceID: Code }) => ({ Code, UpdatedDateUTC: at('2026-11-27T10:31:00Z') }))
  expect(look('1:1', { Items }).ended).toMatchObject({ next: '2:1' })
})

test('the latest that was told is asked for again, whatever its part of a second: nothing of that second is lost', () => {
  const Contacts = [{ ContactID: 'c-1', Name: 'Acme', UpdatedDateUTC: at('2026-11-27T10:31:00.999Z') }]
  const [latest] = Object(look('0:1', { Contacts }).ended).rows
  const { asked } = play(listChanges({ since: latest.at }, context), [])
  expect(asked[0]?.headers).toMatchObject({ 'if-modified-since': '2026-11-27T10:31:00' })
})

test.each(['', '4:1', '0:0', '1', '0:1 or 1', '-1:1', '0:1234567'])(
  'a forged page mark “%s” is refused before anything is asked',
  (cursor) => {
    const { asked, ended } = play(listChanges({ since, cursor }, context), [])
    expect(asked).toEqual([])
    expect(ended).toMatchObject({ code: 'document-rejected' })
  },
)
