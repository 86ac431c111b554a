import { changedThere, type LedgerDocument, moneyFromDecimal } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { mergeDocument } from './merge-document.ts'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { toPurchaseTaxCodes } from './translate-tax.ts'

const usd = (amount: string) => moneyFromDecimal(amount, 'USD')
const sand: LedgerDocument['lines'][number] = {
  id: 'l1',
  kind: 'expense',
  account: { id: '57' },
  description: 'Washed sand',
  quantity: '1',
  unitPrice: '60',
  amount: usd('60'),
}
const order = (more: Partial<LedgerDocument> = {}): LedgerDocument => ({
  kind: 'purchase-order',
  number: 'PO-1',
  party: { id: '42' },
  date: '2026-11-02',
  currency: 'USD',
  lines: [{ ...sand, taxRate: '20', taxCode: { id: '3', name: '20.0% S' } }],
  net: usd('60'),
  total: usd('72'),
  taxing: 'by-lines',
  ...more,
})
const place = { classes: { header: false, lines: false } }

const detail = (value: string, TaxTypeApplicable = 'TaxOnAmount') => ({
  TaxRateRef: { value },
  TaxTypeApplicable,
})
const code = (Id: string, details: object[], more = {}) => ({
  Id,
  Name: `code ${Id}`,
  PurchaseTaxRateList: { TaxRateDetail: details as ReturnType<typeof detail>[] },
  ...more,
})

test('a tax code is as high as its rates together, and one whose height cannot be told is left out', () => {
  const rates = [
    { Id: '1', RateValue: 20 },
    { Id: '2', RateValue: 5 },
    { Id: '3', RateValue: '9.975' },
    { Id: '4', RateValue: -20 },
  ]
  const codes = [
    code('a', [detail('1')]),
    code('b', [detail('2'), detail('3')]),
    code('reverse', [detail('1'), detail('4')]),
    code('inactive', [detail('1')], { Active: false }),
    code('unknown rate', [detail('99')]),
    code('tax on tax', [detail('2'), detail('3', 'TaxOnAmountPlusTax')]),
    { Id: 'of sales', Name: 'of sales' },
  ]
  expect(toPurchaseTaxCodes(codes, rates)).toEqual([
    { id: 'a', name: 'code a', rate: '20', rateIds: ['1'] },
    { id: 'b', name: 'code b', rate: '14.975', parts: ['5', '9.975'], rateIds: ['2', '3'] },
    { id: 'reverse', name: 'code reverse', rate: '0', parts: ['20', '-20'], rateIds: ['1', '4'] },
  ])
})

test('G-14 lines bear their tax code and the tax is on top of them; the service computes it', () => {
  const body = toPurchaseOrder(order(), place)
  expect(body).toMatchObject({
    GlobalTaxCalculation: 'TaxExcluded',
    Line: [{ Amount: 60, AccountBasedExpenseLineDetail: { TaxCodeRef: { value: '3' } } }],
  })
  expect(body).not.toHaveProperty('TxnTaxDetail')
})

test('G-14 a document without tax says so, and one of a company that has none says nothing', () => {
  expect(toPurchaseOrder(order({ lines: [sand], taxing: 'none' }), place)).toMatchObject({
    GlobalTaxCalculation: 'NotApplicable',
  })
  const { taxing: _none, ...plain } = order({ lines: [sand] })
  expect(JSON.stringify(toPurchaseOrder(plain, place))).not.toMatch(/Tax/)
})

const there = {
  Id: '9',
  SyncToken: '2',
  VendorRef: { value: '42' },
  TotalAmt: 72,
  GlobalTaxCalculation: 'TaxExcluded',
  TxnTaxDetail: { TotalTax: 12 },
  Line: [
    {
      Id: '1',
      DetailType: 'AccountBasedExpenseLineDetail',
      Amount: 60,
      AccountBasedExpenseLineDetail: {
        AccountRef: { value: '57' },
        TaxCodeRef: { value: '3', name: '20.0% S' },
        TaxAmount: 12,
      },
    },
  ],
}

test('G-14 what is read back has net, total and the code of each line', () => {
  const reading = { homeCurrency: 'USD', booksUrl: 'http://books.example', companyId: '1' }
  expect(fromPurchaseOrder(there, { kind: 'purchase-order', ...reading })).toMatchObject({
    net: usd('60'),
    total: usd('72'),
    lines: [{ taxCode: { id: '3', name: '20.0% S' } }],
  })
})

test('of an order without tax the total is told too, so that codes which somebody puts on it are seen', () => {
  const at = { homeCurrency: 'USD', booksUrl: 'http://books.example', companyId: '1' }
  const reading = { kind: 'purchase-order' as const, ...at }
  const { TxnTaxDetail: _tax, ...plain } = { ...there, TotalAmt: 60, GlobalTaxCalculation: 'NotApplicable' }
  const before = fromPurchaseOrder(plain, reading)
  expect(changedThere({ before, now: fromPurchaseOrder(there, reading) })).toEqual(['total'])
  expect(changedThere({ before, now: before })).toEqual([])
})

test('a changed document leaves the tax amounts of before to be computed anew', () => {
  const document = order({ lines: [{ ...sand, taxRate: '5', taxCode: { id: '4' } }] })
  const merged = mergeDocument(there, { body: toPurchaseOrder(document, place), document })
  expect(merged).toMatchObject({
    Line: [{ AccountBasedExpenseLineDetail: { TaxCodeRef: { value: '4' } } }],
  })
  expect(JSON.stringify(merged)).not.toMatch(/TxnTaxDetail|TaxAmount/)
})
