import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { accountLine, errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let account = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  account = await bed.idOf('Account', 'Job Materials')
})
afterAll(() => bed.close())

const moveTo = (country: string) => bed.control(`/realms/${bed.realm}/settings`, { country })

const line = (Amount: number, code?: string) =>
  accountLine(account, {
    Amount,
    AccountBasedExpenseLineDetail: {
      AccountRef: { value: account },
      ...(code !== undefined && { TaxCodeRef: { value: code } }),
    },
  })

const bill = async (Line: JsonObject[], more: JsonObject = {}): Promise<JsonObject> => {
  const { APAccountRef: _usual, ...order } = await bed.purchaseOrder({ Line })
  return { ...order, ...more }
}

test('G-14 a company in the United States has two pseudo codes and no tax on what it buys', async () => {
  const { TaxCode } = await bed.query('select * from TaxCode')
  expect(TaxCode).toMatchObject([{ Id: 'TAX' }, { Id: 'NON' }])
  const made = await bed.create('bill', await bill([line(60)], { GlobalTaxCalculation: 'TaxExcluded' }))
  expect(made).toMatchObject({
    TotalAmt: 60,
    Line: [{ AccountBasedExpenseLineDetail: { TaxCodeRef: { value: 'NON' } } }],
  })
  expect(made).not.toHaveProperty('GlobalTaxCalculation')
  expect(made).not.toHaveProperty('TxnTaxDetail')
})

test('G-14 elsewhere the codes are those of the country, with the rates that they are made of', async () => {
  await moveTo('GB')
  const { json } = await bed.api('/preferences')
  expect(json).toMatchObject({ Preferences: { TaxPrefs: { UsingSalesTax: true } } })
  expect((await bed.api('/companyinfo/1')).json).toMatchObject({ CompanyInfo: { Country: 'GB' } })
  const { TaxCode } = await bed.query('select * from TaxCode where Active in (true, false) orderby Id')
  expect(TaxCode).toHaveLength(8)
  expect(TaxCode).toMatchObject([
    { Id: '2', Name: '20.0% S', PurchaseTaxRateList: { TaxRateDetail: [{}] } },
    {},
    {},
    {},
    {},
    {},
    {},
    {},
  ])
  const { TaxRate } = await bed.query("select * from TaxRate where Id = '20'")
  expect(TaxRate).toMatchObject([{ RateValue: 20 }])
})

test('G-14 each line says its code; the tax of a rate is reckoned over its lines and rounded once', async () => {
  const made = await bed.create(
    'bill',
    await bill([line(0.03, '2'), line(0.03, '2'), line(100, '3'), line(7, '4')]),
  )
  expect(made).toMatchObject({
    GlobalTaxCalculation: 'TaxExcluded',
    TotalAmt: 112.07,
    Balance: 112.07,
    TxnTaxDetail: {
      TotalTax: 5.01,
      TaxLine: [
        { Amount: 0.01, TaxLineDetail: { TaxPercent: 20, NetAmountTaxable: 0.06 } },
        { Amount: 5, TaxLineDetail: { TaxPercent: 5, NetAmountTaxable: 100 } },
        { Amount: 0 },
      ],
    },
  })
  const reversed = await bed.create('bill', await bill([line(100, '7')]))
  expect(reversed).toMatchObject({ TotalAmt: 100, TxnTaxDetail: { TotalTax: 0 } })
  const inside = await bed.create(
    'bill',
    await bill([line(120, '2')], { GlobalTaxCalculation: 'TaxInclusive' }),
  )
  expect(inside).toMatchObject({ TotalAmt: 120, TxnTaxDetail: { TotalTax: 20 } })
  const none = await bed.create('bill', await bill([line(60)], { GlobalTaxCalculation: 'NotApplicable' }))
  expect(none).toMatchObject({ TotalAmt: 60, TxnTaxDetail: { TotalTax: 0 } })
})

test.each([
  ['no code', undefined, '6000', /Make sure all your transactions have a VAT rate/],
  ['a pseudo code of the United States', 'NON', '2500', /TaxCodes element id NON not found/],
  ['a code of sales', '8', '6000', /20% Sale cannot be used for purchases/],
  ['an inactive code', '9', '610', /made inactive/],
])('G-22 a line with %s is refused', async (_what, code, number, words) => {
  const refused = errorOf(await bed.api('/bill', { body: await bill([line(60, code)]) }))
  expect(refused.code).toBe(number)
  expect(refused.detail).toMatch(words)
  const order = await bed.purchaseOrder({ Line: [line(60, code)] })
  expect(errorOf(await bed.api('/purchaseorder', { body: order })).code).toBe(number)
})

test('a way to reckon that the schema does not know is 2010, and an update keeps the one that was chosen', async () => {
  const wrong = await bill([line(60, '2')], { GlobalTaxCalculation: 'Gross' })
  expect(errorOf(await bed.api('/bill', { body: wrong })).code).toBe('2010')
  const made = await bed.create(
    'bill',
    await bill([line(120, '2')], { GlobalTaxCalculation: 'TaxInclusive' }),
  )
  const { Id, SyncToken } = made
  const changed = await bed.create('bill', { Id, SyncToken, sparse: true, PrivateNote: 'Gate 3' })
  expect(changed).toMatchObject({
    GlobalTaxCalculation: 'TaxInclusive',
    TotalAmt: 120,
    TxnTaxDetail: { TotalTax: 20 },
  })
})

test('a code of two rates has a tax line for each, and the books say so after a restart', async () => {
  await moveTo('CA')
  const made = await bed.create('bill', await bill([line(100, '4')]))
  expect(made).toMatchObject({ TotalAmt: 112, TxnTaxDetail: { TaxLine: [{ Amount: 5 }, { Amount: 7 }] } })
  await bed.close(true)
  const again = await openPracticeBed({ dataFolder: bed.folder })
  const realms = (await again.control(`/realms/${bed.realm}/books`, {}, 'GET')).json
  expect(realms).toMatchObject({ settings: { country: 'CA' }, entities: { TaxCode: { length: 5 } } })
  bed = again
})
