import { compareDocuments } from '@fieldledger/accounting'
import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { fromBill, toBill } from './translate-bill.ts'
import type { Bill } from './wire.ts'

const bill = sampleDocument({ kind: 'bill', can: {}, number: 'INV-7781' })
const writing = { classes: { header: false, lines: false }, payable: { value: '33' } }
const reading = {
  kind: 'bill',
  homeCurrency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: '9341',
} as const

test('S2-18 S2-19 a bill keeps its items under Item details and the rest under Category details, its memo inside', () => {
  const body = toBill({ ...bill, shipTo: 'Site 14' }, writing)
  expect(body).toMatchObject({
    DocNumber: 'INV-7781',
    VendorRef: { value: '1' },
    APAccountRef: { value: '33' },
    TxnDate: '2026-11-02',
    DueDate: '2026-12-01',
    PrivateNote: bill.memo,
    Line: [
      { DetailType: 'ItemBasedExpenseLineDetail', Amount: 27.8 },
      { DetailType: 'AccountBasedExpenseLineDetail', Amount: 102.75 },
    ],
  })
  expect(body).not.toHaveProperty('ShipAddr')
})

const there = (changes: Partial<Bill>): Bill => ({
  Id: '12',
  SyncToken: '0',
  DocNumber: 'INV-7781',
  VendorRef: { value: '1' },
  TotalAmt: 130.55,
  Line: [],
  ...changes,
})

test.each([
  [130.55, 'Open', 'open'],
  [30.55, 'Partially paid', 'open'],
  [0, 'Paid', 'closed'],
])('a bill of which %d is due reads back as %s', (Balance, stateThere, status) => {
  expect(fromBill(there({ Balance }), reading)).toMatchObject({ stateThere, status })
})

test('G-14 a bill is compared by its total with tax, and the link leads to the bill', () => {
  const read = fromBill(there({ TotalAmt: 140, TxnTaxDetail: { TotalTax: 9.45 } }), reading)
  expect([read.net.minor, read.total?.minor]).toEqual([13_055, 14_000])
  expect(compareDocuments({ ...bill, lines: [] }, read).map(({ field }) => field)).toContain('total')
  expect(read.url).toBe('http://books.example/app/bill?txnId=12&realm=9341')
})
