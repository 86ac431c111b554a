import { expect, test } from 'vitest'
import type { FormContent } from '../form/form.ts'
import { createFormValidator } from '../schema/create-form-validator.ts'
import { readSubmission } from './read-submission.ts'

const content: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      kind: 'choose',
      id: 'f_vendor',
      label: 'Vendor',
      required: true,
      limit: 1,
      source: { from: 'catalogue', catalogue: 'vendors' },
    },
    {
      kind: 'material-table',
      id: 'f_lines1',
      label: 'Materials',
      required: true,
      columns: { unit: true, tax: true, costCode: false, account: false },
    },
    { kind: 'yes-no', id: 'f_urgent', label: 'Urgent' },
    {
      kind: 'text',
      id: 'f_reason',
      label: 'Reason',
      required: true,
      showWhen: { field: 'f_urgent', is: ['yes'] },
    },
    { kind: 'date', id: 'f_duedate', label: 'Due' },
    { kind: 'money', id: 'f_deposit', label: 'Deposit' },
  ],
}
const validate = createFormValidator(content)
const row = { id: 'r1', description: 'Pipe', quantity: '3', unitPrice: '12.345' }

function read(values: unknown) {
  return readSubmission({ content, values, currency: 'USD', validate })
}
function errorsOf(values: unknown) {
  const result = read(values)
  return 'errors' in result ? result.errors.map(({ path, code }) => `${path}: ${code}`) : []
}
const good = { f_vendor: ['v1'], f_lines1: [row] }

test('a filled-in form is read with totals, half a cent rounded away from zero', () => {
  const result = read({
    f_vendor: ['v1'],
    f_lines1: [{ ...row, quantity: '1', unitPrice: '0.125', taxPercent: '10' }],
  })
  expect(result).toMatchObject({
    vendorId: 'v1',
    totals: {
      net: { minor: 13, currency: 'USD' },
      tax: { minor: 1, currency: 'USD' },
      total: { minor: 14, currency: 'USD' },
    },
  })
})

test.each([
  ['a missing required field', { f_lines1: [row] }, 'f_vendor: required'],
  ['two vendors', { ...good, f_vendor: ['v1', 'v2'] }, 'f_vendor: one-vendor'],
  [
    'a line that does not add up',
    { ...good, f_lines1: [{ ...row, amount: { minor: 3700, currency: 'USD' } }] },
    'f_lines1/0/amount: does-not-add-up',
  ],
  [
    'seven decimals in a unit price',
    { ...good, f_lines1: [{ ...row, unitPrice: '1.2345678' }] },
    'f_lines1/0/unitPrice: too-many-decimals',
  ],
  [
    'a fraction of a cent',
    { ...good, f_deposit: { minor: 10.5, currency: 'USD' } },
    'f_deposit/minor: too-many-decimals',
  ],
  ['a document total of 0', { ...good, f_lines1: [{ ...row, unitPrice: '0' }] }, 'f_lines1: zero-total'],
  [
    'an amount beyond all money',
    { ...good, f_lines1: [{ ...row, quantity: '999999999999999', unitPrice: '999999999999999' }] },
    'f_lines1/0/amount: too-large',
  ],
  [
    'a total beyond all money',
    {
      ...good,
      f_lines1: ['r1', 'r2'].map((id) => ({ ...row, id, quantity: '90000000000000', unitPrice: '1' })),
    },
    'f_lines1: too-large',
  ],
  [
    'a tax beyond all money',
    { ...good, f_lines1: [{ ...row, unitPrice: '1000000000', taxPercent: '999999999999999' }] },
    'f_lines1: too-large',
  ],
  ['an unknown field', { ...good, f_nobody: 'x' }, 'f_nobody: unknown-field'],
  ['a day that does not exist', { ...good, f_duedate: '2026-02-30' }, 'f_duedate: not-a-date'],
  ['another currency', { ...good, f_deposit: { minor: 1, currency: 'EUR' } }, 'f_deposit: wrong-currency'],
  ['a query operator in place of a value', { ...good, f_reason: { $where: '1' } }, 'f_reason: wrong-shape'],
  ['a list in place of a form', [], ': wrong-shape'],
])('%s is refused beside its field', (_name, values, error) => {
  expect(errorsOf(values)).toEqual([error])
})

test('10,000 lines pass and 10,001 are refused with the limit', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => ({ ...row, id: `r${index}` }))
  expect(errorsOf({ ...good, f_lines1: lines(10_000) })).toEqual([])
  expect(errorsOf({ ...good, f_lines1: lines(10_001) })).toEqual(['f_lines1: too-many-lines'])
})

test('a single free line is legal beside paid ones, and a missing price is held later, not refused', () => {
  expect(errorsOf({ ...good, f_lines1: [row, { ...row, id: 'r2', unitPrice: '0' }] })).toEqual([])
  const { unitPrice: _without, ...unpriced } = row
  expect(errorsOf({ ...good, f_lines1: [unpriced] })).toEqual([])
})

test('a hidden field is neither asked for nor kept', () => {
  expect(errorsOf({ ...good, f_urgent: true })).toEqual(['f_reason: required'])
  const result = read({ ...good, f_urgent: false, f_reason: 'left over' })
  expect(result).toMatchObject({ values: { f_urgent: false } })
  expect(JSON.stringify(result)).not.toContain('left over')
})

test('a prototype key in a body reaches no object', () => {
  const values = JSON.parse('{"f_vendor":["v1"],"f_lines1":[],"__proto__":{"polluted":true}}')
  expect(errorsOf(values)).toEqual(['__proto__: unknown-field'])
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})
