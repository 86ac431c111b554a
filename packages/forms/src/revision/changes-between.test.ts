import { expect, test } from 'vitest'
import type { FormContent } from '../form/form.ts'
import type { MaterialRow } from '../submission/values.ts'
import { changesBetween } from './changes-between.ts'

const content: FormContent = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    { kind: 'text', id: 'f_shipto', label: 'Ship to' },
    { kind: 'money', id: 'f_deposit', label: 'Deposit' },
    {
      kind: 'choose',
      id: 'f_vendor',
      label: 'Vendor',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      kind: 'material-table',
      id: 'f_lines1',
      label: 'Materials',
      columns: { unit: false, tax: false, costCode: false, account: false },
    },
  ],
}

const usd = (minor: number) => ({ minor, currency: 'USD' })
const row = (id: string, part: Partial<MaterialRow> = {}): MaterialRow => ({
  id,
  description: `Line ${id}`,
  quantity: '2',
  unitPrice: '10',
  amount: usd(2000),
  ...part,
})

test('each field that differs stands with its old and its new value; what came or went has one of them', () => {
  const changes = changesBetween(content, {
    before: { f_shipto: 'North gate', f_vendor: ['v1'], f_deposit: usd(500) },
    after: { f_vendor: ['v2'], f_deposit: { currency: 'USD', minor: 500 } },
  })
  expect(changes).toEqual([
    { fieldId: 'f_shipto', before: 'North gate' },
    { fieldId: 'f_vendor', before: ['v1'], after: ['v2'] },
  ])
})

test('of a material table the lines that were changed, added and removed', () => {
  const changed = row('b', { quantity: '5', amount: usd(5000) })
  const [materials] = changesBetween(content, {
    before: { f_lines1: [row('a'), row('b'), row('c')] },
    after: { f_lines1: [row('a'), changed, row('d')] },
  })
  expect(materials).toEqual({
    fieldId: 'f_lines1',
    lines: [
      { kind: 'changed', before: row('b'), after: changed, parts: ['quantity', 'amount'] },
      { kind: 'added', after: row('d') },
      { kind: 'removed', before: row('c') },
    ],
  })
})

test('lines that only changed places are a change of the table and of no line', () => {
  const changes = changesBetween(content, {
    before: { f_lines1: [row('a'), row('b')] },
    after: { f_lines1: [row('b'), row('a')] },
  })
  expect(changes).toEqual([{ fieldId: 'f_lines1', lines: [] }])
})

test('two lines of one id are compared one to one', () => {
  const changes = changesBetween(content, {
    before: { f_lines1: [row('a'), row('a')] },
    after: { f_lines1: [row('a'), row('a', { quantity: '3' })] },
  })
  expect(changes[0]?.lines).toMatchObject([{ kind: 'changed', parts: ['quantity'] }])
})

test('the same values are no change', () => {
  const values = { f_shipto: 'North gate', f_lines1: [row('a')] }
  expect(changesBetween(content, { before: values, after: structuredClone(values) })).toEqual([])
})
