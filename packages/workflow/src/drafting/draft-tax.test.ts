import type { PurchaseTaxCode } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import type { MappingRules } from '../connections/connection-summary.ts'
import { billInputs } from '../testing/bill-inputs.ts'
import { pipe, sand } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const money = (minor: number) => ({ minor, currency: 'USD' })
const codes = (inputs: DraftInputs) => draftDocument(inputs).problems.map(({ code }) => code)

test('G-14 where the ledger takes tax on lines each line tells its rate, and the total is with tax', () => {
  const { document, notes } = draftDocument(billInputs({ lineTax: true }))
  expect(document?.lines.map(({ taxRate }) => taxRate)).toEqual(['8.25', '0'])
  expect([document?.net.minor, document?.total.minor]).toEqual([3000, 3083])
  expect(notes).toEqual([])
})

test('G-14 a tax rate that the ledger company has not is told before the ledger refuses it', () => {
  const inputs = billInputs({ lineTax: true })
  const knowing = (...purchaseTaxRates: string[]) =>
    draftDocument({ ...inputs, connection: { ...inputs.connection, ledger: { purchaseTaxRates } } })
  expect(knowing('0', '8.250', '20').problems).toEqual([])
  const { problems, document } = knowing('0', '20')
  expect(problems).toMatchObject([
    { code: 'no-such-tax-rate', cure: 'check-connection', params: { line: 1, rate: '8.25' } },
  ])
  expect(problems[0]?.message).toMatch(/^Line 1 is taxed 8\.25 %, and .+: add it in The Ledger/)
  expect(document).toBeUndefined()
})

test('a tax rate that the account of a line does not take is told with the account, and items have their own', () => {
  const inputs = billInputs({ lineTax: true })
  const telling = (...rates: string[]) => {
    const accountTaxRates = [{ account: 'acc-cost', rates }]
    const ledger = { purchaseTaxRates: ['0', '8.25'], accountTaxRates }
    return draftDocument({ ...inputs, connection: { ...inputs.connection, ledger } })
  }
  const taxedSand: MaterialRow[] = [pipe, { ...sand, taxPercent: '8.25' }]
  Object.assign(inputs.submission.values, { [inputs.request.mapping.materials ?? '']: taxedSand })
  expect(telling('8.250').problems).toEqual([])
  const { problems, document } = telling('0')
  expect(problems).toMatchObject([
    { code: 'tax-not-for-account', cure: 'edit-form', params: { line: 2, rate: '8.25' } },
  ])
  expect(problems[0]?.message).toMatch(
    /^Line 2 is taxed 8\.25 %, and in .+ the account ".+" takes no tax rate/,
  )
  expect(document).toBeUndefined()
})

test('S1-20 where several codes are of a line’s rate a person is asked, once; what its account does not take is no choice', () => {
  const inputs = billInputs({ lineTax: true })
  const taxedSand: MaterialRow[] = [{ ...sand, taxPercent: '8.25' }]
  Object.assign(inputs.submission.values, { [inputs.request.mapping.materials ?? '']: taxedSand })
  const drafted = (rules: Partial<MappingRules>, taken?: string[]) => {
    const ledger = {
      purchaseTaxRates: ['0', '8.25'],
      taxCodes: [
        { id: 'INPUT', name: 'Purchases', rate: '8.25' },
        { id: 'CAPEX', name: 'Capital', rate: '8.25' },
      ],
      accountTaxRates: taken === undefined ? [] : [{ account: 'acc-cost', rates: ['8.25'], codes: taken }],
    }
    const { connection } = inputs
    return draftDocument({
      ...inputs,
      connection: { ...connection, ledger, rules: { ...connection.rules, ...rules } },
    })
  }
  const { problems, document } = drafted({})
  expect(problems).toMatchObject([{ code: 'tax-code-open', cure: 'choose-tax-code', params: { line: 1 } }])
  expect(problems[0]?.message).toContain('2 tax codes of that rate for purchases (Purchases, Capital)')
  expect(document).toBeUndefined()
  const codeOf = (...given: Parameters<typeof drafted>) => drafted(...given).document?.lines[0]?.taxCode
  const capital = { rate: '8.25', code: { id: 'CAPEX' } }
  expect(codeOf({ taxCodes: [capital] })).toEqual({ id: 'CAPEX', name: 'Capital' })
  expect(drafted({ taxCodes: [capital] }, ['INPUT']).problems).toEqual([])
  expect(codeOf({ taxCodes: [capital] }, ['INPUT'])).toEqual({ id: 'INPUT', name: 'Purchases' })
})

test('G-14 where it takes none the tax of a bill is a line of its own, so that the total equals the paper', () => {
  const { document, notes } = draftDocument(billInputs())
  expect(document?.lines.at(-1)).toMatchObject({
    kind: 'expense',
    account: { id: 'acc-default' },
    description: 'Tax',
    quantity: '1',
    unitPrice: '0.83',
    amount: money(83),
  })
  expect([document?.net.minor, document?.total.minor]).toEqual([3083, 3083])
  expect(notes).toEqual([
    'The Ledger has no purchase tax here: the tax goes as a line of its own to the default expense account.',
  ])
})

test('G-14 the tax line goes to the account that was chosen for it, and the preview names it', () => {
  const inputs = billInputs()
  const { connection } = inputs
  const billTax = { as: 'line' as const, account: { id: 'acc-tax', name: 'Sales tax paid' } }
  const chosen = { ...inputs, connection: { ...connection, rules: { ...connection.rules, billTax } } }
  const { document, notes } = draftDocument(chosen)
  expect(document?.lines.at(-1)).toMatchObject({ account: { id: 'acc-tax' }, accountRule: 'tax' })
  expect(notes[0]).toMatch(/as a line of its own to the account "Sales tax paid"\.$/)
})

/** The tax of the bill in the prices of its lines. */
function spreadInputs(): DraftInputs {
  const inputs = billInputs()
  const { connection } = inputs
  return {
    ...inputs,
    connection: { ...connection, rules: { ...connection.rules, billTax: { as: 'spread' } } },
  }
}

test('G-14 spread over the lines each bears its own tax, and they come to the paper to the cent', () => {
  const { document, notes, problems } = draftDocument(spreadInputs())
  expect(problems).toEqual([])
  expect(document?.lines.map(({ quantity, unitPrice, amount }) => [quantity, unitPrice, amount])).toEqual([
    ['4', '2.7075', money(1083)],
    ['2', '10', money(2000)],
  ])
  expect([document?.net.minor, document?.total.minor]).toEqual([3083, 3083])
  expect(notes[0]).toMatch(/the tax of 0\.83 USD is spread over the lines, .+ come to 30\.83 USD\.$/)
})

test('G-14 a cent that no line bears by its own rate goes to the largest', () => {
  const inputs = spreadInputs()
  const totals = { net: money(3000), tax: money(84), total: money(3084) }
  const { document } = draftDocument({ ...inputs, submission: { ...inputs.submission, totals } })
  expect(document?.lines.map(({ amount }) => amount.minor)).toEqual([1083, 2001])
})

test('G-14 tax that a price cannot hold to the cent holds the bill', () => {
  const inputs = spreadInputs()
  const { connection } = inputs
  const capabilities = { ...connection.capabilities, unitPriceDecimals: 2 }
  const { problems } = draftDocument({ ...inputs, connection: { ...connection, capabilities } })
  expect(problems).toMatchObject([{ code: 'tax-not-spread', params: { line: 1 } }])
})

test('the tax line of a bill without a default account holds it', () => {
  const inputs = billInputs()
  const rules = { costCodeAccounts: { c1: { id: 'acc-cost' } } }
  expect(codes({ ...inputs, connection: { ...inputs.connection, rules } })).toEqual(['account-missing'])
})

/** The same bill in a ledger company that keeps tax codes. */
function codedInputs(
  changes: { codes?: PurchaseTaxCode[]; rules?: Partial<MappingRules> } = {},
): DraftInputs {
  const inputs = billInputs({ lineTax: 'by-company' })
  const { connection } = inputs
  const taxCodes = changes.codes ?? [
    { id: '7', name: 'State', rate: '8.250' },
    { id: '8', name: 'Exempt', rate: '0' },
  ]
  return {
    ...inputs,
    connection: {
      ...connection,
      ledger: { purchaseTax: true, taxCodes },
      rules: { ...connection.rules, ...changes.rules },
    },
  }
}
const twoOfZero = [
  { id: '7', name: 'State', rate: '8.25' },
  { id: '8', name: 'Exempt', rate: '0' },
  { id: '9', name: 'Zero', rate: '0' },
]

test('G-14 each line bears the only tax code of its rate, and the total is with tax', () => {
  const { document, problems } = draftDocument(codedInputs())
  expect(problems).toEqual([])
  expect(document?.lines.map(({ taxCode }) => taxCode?.name)).toEqual(['State', 'Exempt'])
  expect(document).toMatchObject({ taxing: 'by-lines', net: money(3000), total: money(3083) })
})

test('of several tax codes of one rate none is guessed: the bill is held, and the sentence names them', () => {
  const { problems, document } = draftDocument(codedInputs({ codes: twoOfZero }))
  expect(problems).toMatchObject([
    { code: 'tax-code-open', cure: 'choose-tax-code', params: { line: 2, rate: '0' } },
  ])
  expect(problems[0]?.message).toMatch(/has 2 tax codes of that rate for purchases \(Exempt, Zero\): choose/)
  expect(document).toBeUndefined()
})

test('the code that was chosen for a rate is taken, and told when it is in use no more', () => {
  const rules = { taxCodes: [{ rate: '0.0', code: { id: '9', name: 'Zero' } }] }
  const chosen = draftDocument(codedInputs({ codes: twoOfZero, rules })).document
  expect(chosen?.lines.map(({ taxCode }) => taxCode?.name)).toEqual(['State', 'Zero'])
  const { problems } = draftDocument(codedInputs({ rules }))
  expect(problems).toMatchObject([{ code: 'tax-code-gone', cure: 'choose-tax-code' }])
  expect(problems[0]?.message).toMatch(/"Zero" that was chosen for it is not in use .+ \(Exempt\)/)
})

test('a rate without a code is told, and a company that never said that it has purchase tax is sent none', () => {
  const [, exempt] = twoOfZero
  expect(codes(codedInputs({ codes: exempt === undefined ? [] : [exempt] }))).toEqual(['no-such-tax-rate'])
  const silent = billInputs({ lineTax: 'by-company' })
  const { document } = draftDocument(silent)
  expect(JSON.stringify(document)).not.toContain('taxRate')
  expect(document?.lines.at(-1)).toMatchObject({ description: 'Tax' })
})

test('where no line says anything about tax the ledger is told that there is none', () => {
  const inputs = codedInputs({ codes: twoOfZero })
  Object.assign(Object(inputs.connection.capabilities.documents.bill), { untaxed: true })
  Object.assign(inputs.submission.values, { [inputs.request.mapping.materials ?? '']: [pipe, sand] })
  const { document, problems, notes } = draftDocument(inputs)
  expect([problems, document?.taxing, document?.total.minor]).toEqual([[], 'none', 3000])
  expect(notes[0]).toMatch(/^No line says anything about tax: .+ as not subject to tax\./)
})

test('G-16 the tax of a rate on the sum of its lines is rounded once where the ledger does so', () => {
  const coded = codedInputs({ codes: [{ id: '5', name: 'Both', rate: '8.25', parts: ['5', '3.25'] }] })
  const taxed = [pipe, sand].map((row) => ({ ...row, unitPrice: '0.17', quantity: '1', taxPercent: '8.25' }))
  Object.assign(coded.submission.values, { [coded.request.mapping.materials ?? '']: taxed })
  const total = (taxSummed: boolean) => {
    const { capabilities } = coded.connection
    const bill = { ...Object(capabilities.documents.bill), taxSummed }
    const documents = { ...capabilities.documents, bill }
    const connection = { ...coded.connection, capabilities: { ...capabilities, documents } }
    return draftDocument({ ...coded, connection }).document?.total.minor
  }
  // Line by line 8.25 % of 0.17 is 0.01, twice; 5 % and 3.25 % of 0.34 are 0.02 and 0.01.
  expect([total(false), total(true)]).toEqual([36, 37])
})

test('G-16 a tax that is part of two codes is summed and rounded once over the lines of both', () => {
  const taxes = [
    { id: '2', name: 'GST', rate: '5', rateIds: ['gst'] },
    { id: '4', name: 'GST/PST', rate: '12', parts: ['5', '7'], rateIds: ['gst', 'pst'] },
  ]
  const coded = codedInputs({ codes: taxes })
  const rows = [
    { ...pipe, quantity: '1', unitPrice: '10.10', taxPercent: '5' },
    { ...sand, quantity: '1', unitPrice: '20.10', taxPercent: '12' },
  ]
  Object.assign(coded.submission.values, { [coded.request.mapping.materials ?? '']: rows })
  Object.assign(Object(coded.connection.capabilities.documents.bill), { taxSummed: true })
  const totals = { net: money(3020), tax: money(292), total: money(3312) }
  const { problems, document } = draftDocument({ ...coded, submission: { ...coded.submission, totals } })
  // 5 % of 30.20 and 7 % of 20.10; 5 % of 10.10 and of 20.10 would be a cent more.
  expect([problems, document?.total.minor]).toEqual([[], 3312])
})

test('a rounding line without a tax code for it is told by its own number, not by that of the first line', () => {
  const rounding = { toleranceMinor: 5, account: { id: 'acc-round', name: 'Rounding' } }
  const state = { id: '7', name: 'State', rate: '8.25' }
  const coded = codedInputs({ codes: [state], rules: { rounding } })
  const taxed = [pipe, sand].map((row) => ({ ...row, taxPercent: '8.25' }))
  const mapping = { ...coded.request.mapping, paperTotal: 'f_paper' }
  const values = { [mapping.materials ?? '']: taxed, f_paper: money(3250) }
  const submission = { ...coded.submission, values: { ...coded.submission.values, ...values } }
  const { problems } = draftDocument({ ...coded, submission, request: { ...coded.request, mapping } })
  expect(problems).toMatchObject([{ code: 'no-such-tax-rate', params: { line: 3, rate: '0' } }])
})
