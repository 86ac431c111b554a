import type { LedgerDocument } from '@fieldledger/accounting'
import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import type { TaxTypeOf } from './translate.ts'
import { fromBill, toBill } from './translate-bill.ts'
import type { Bill } from './wire.ts'

const bill: LedgerDocument = sampleDocument({ kind: 'bill', number: 'INV-7781' })
const taxTypeOf: TaxTypeOf = ({ taxRate }) => (taxRate === '8.25' ? 'INPUT' : 'NONE')
const place = {
  kind: 'bill',
  homeCurrency: 'USD',
  booksUrl: 'http://books.example/app',
  companyId: 't-1',
} as const

test('S1-10 S1-11 S1-12 number, issue date and due date stand in Xero’s own fields, the number as InvoiceNumber', () => {
  const body = toBill(bill, taxTypeOf)
  expect(body).toMatchObject({
    Type: 'ACCPAY',
    InvoiceNumber: 'INV-7781',
    Date: '2026-11-02',
    DueDate: '2026-12-01',
    Contact: { ContactID: '1' },
  })
  expect(body).not.toHaveProperty('Reference')
})

test('G-01 what a vendor calls an invoice is a bill: payable there, never one of ours to a customer', () => {
  expect(toBill(bill, taxTypeOf).Type).toBe('ACCPAY')
})

test('G-24 the supplier is whom the bill is from', () => {
  const party = { id: 'contact-7', name: 'Cascade Lumber Supply' }
  expect(toBill({ ...bill, party }, taxTypeOf).Contact).toEqual({ ContactID: 'contact-7' })
})

test('S1-13 the currency of the bill is Xero’s', () => {
  expect(toBill({ ...bill, currency: 'NZD' }, taxTypeOf).CurrencyCode).toBe('NZD')
})

test('S1-19 S1-20 S1-21 a line’s price, tax and account are Xero’s unit price, tax rate and account', () => {
  const { LineItems, LineAmountTypes } = toBill(bill, taxTypeOf)
  expect(LineAmountTypes).toBe('Exclusive')
  expect(LineItems).toMatchObject([
    { ItemCode: '2', Quantity: 8, UnitAmount: 3.475, LineAmount: 27.8, TaxType: 'INPUT' },
    { AccountCode: '3', Quantity: 2.5, UnitAmount: 41.1, LineAmount: 102.75, TaxType: 'NONE' },
  ])
})

const there = (changes: Partial<Bill>): Bill => ({
  InvoiceID: 'b-1',
  InvoiceNumber: 'INV-7781',
  Contact: { ContactID: '1' },
  Date: '/Date(1793577600000+0000)/',
  DueDate: '/Date(1796083200000+0000)/',
  Status: 'SUBMITTED',
  SubTotal: 130.55,
  Total: 132.84,
  LineItems: [],
  ...changes,
})

test.each<[string, Partial<Bill>, string, string]>([
  ['S1-05 awaits approval', { Status: 'SUBMITTED' }, 'Awaiting Approval', 'open'],
  ['S1-07 is approved there', { Status: 'AUTHORISED' }, 'Awaiting Payment', 'open'],
  ['S1-08 is paid there', { Status: 'PAID' }, 'Paid', 'closed'],
  ['S1-09 is paid by a schedule', { Status: 'AUTHORISED', RepeatingInvoiceID: 'r-1' }, 'Repeating', 'open'],
  ['is begun there', { Status: 'DRAFT' }, 'Draft', 'open'],
  ['was a paid repeating one', { Status: 'PAID', RepeatingInvoiceID: 'r-1' }, 'Paid', 'closed'],
  ['S1-32 is deleted there', { Status: 'DELETED' }, 'Deleted', 'removed'],
  ['is voided there', { Status: 'VOIDED' }, 'Voided', 'removed'],
])('a bill that %s reads back as what Xero calls it', (_title, changes, stateThere, status) => {
  expect(fromBill(there(changes), place)).toMatchObject({ stateThere, status, dueDate: '2026-12-01' })
})

test('G-14 the total with tax is read beside the net, and the link leads to the bill', () => {
  const read = fromBill(there({}), place)
  expect([read.net.minor, read.total?.minor]).toEqual([13_055, 13_284])
  expect(read.url).toBe('http://books.example/app/AccountsPayable/View.aspx?InvoiceID=b-1&tenant=t-1')
})
