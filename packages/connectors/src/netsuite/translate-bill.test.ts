import { compareDocuments } from '@fieldledger/accounting'
import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { fromBill, toBill } from './translate-bill.ts'
import type { Bill } from './wire.ts'

const bill = sampleDocument({ kind: 'bill', can: {}, number: 'INV-7781' })
const reading = {
  kind: 'bill',
  currency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: 'TSTDRV1',
} as const

test('S2-18 S2-19 a bill keeps its items in the item list and the rest in the expense list, its memo inside', () => {
  const body = toBill({ ...bill, shipTo: 'Site 14' }, { currency: '1' })
  expect(body).toMatchObject({
    tranId: 'INV-7781',
    entity: { id: '1' },
    tranDate: '2026-11-02',
    dueDate: '2026-12-01',
    memo: bill.memo,
    currency: { id: '1' },
    item: { items: [{ item: { id: '2' }, quantity: 8, rate: 3.475, amount: 27.8 }] },
    expense: { items: [{ account: { id: '3' }, amount: 102.75 }] },
  })
  expect(body).not.toHaveProperty('shippingAddress')
  expect(JSON.stringify(body)).not.toContain('orderDoc')
})

test('S0-18 each line names the line of the order that it bills: by a reference in the item list, by texts in the expense list', () => {
  const [item, expense] = bill.lines
  if (item === undefined || expense === undefined) expect.unreachable('the sample has two lines')
  // The expense line first: the two lists are told apart by the lines, not by their places.
  const lines = [
    { ...expense, orderLine: { order: '77', line: '2' } },
    { ...item, orderLine: { order: '77', line: '1' } },
    expense,
  ]
  const body = toBill({ ...bill, lines }, { currency: '1' })
  expect(body.item.items).toMatchObject([{ orderDoc: { id: '77' }, orderLine: 1 }])
  expect(body.expense.items[0]).toMatchObject({ orderDoc: '77', orderLine: '2' })
  expect(body.expense.items[1]).not.toHaveProperty('orderDoc')
})

const there = (changes: Partial<Bill>): Bill => ({
  id: '91',
  tranId: 'INV-7781',
  entity: { id: '1' },
  total: 130.55,
  lastModifiedDate: '2026-11-02T09:00:00Z',
  ...changes,
})

test.each([
  [{ id: 'A', refName: 'Open' }, 'Open', 'open'],
  [{ id: 'D' }, 'Pending Approval', 'open'],
  [{ id: 'B' }, 'Paid In Full', 'closed'],
])('a bill of the state %j reads back as %s', (status, stateThere, ours) => {
  expect(fromBill(there({ status }), reading)).toMatchObject({ stateThere, status: ours })
})

test('G-14 a bill is compared by its total with tax, and the link leads to the bill', () => {
  const read = fromBill(there({ total: 140, taxTotal: 9.45 }), reading)
  expect([read.net.minor, read.total?.minor]).toEqual([13_055, 14_000])
  expect(compareDocuments({ ...bill, lines: [] }, read).map(({ field }) => field)).toContain('total')
  expect(read.url).toBe('http://books.example/app/accounting/transactions/vendbill.nl?id=91&account=TSTDRV1')
})
