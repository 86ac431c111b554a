import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { namedValue } from './named-value.ts'

const { content, submission } = orderInputs([pipe])
const field = {
  kind: 'choose' as const,
  id: 'f_yard01',
  label: 'Yard',
  limit: 1,
  source: { from: 'options' as const, options: [{ id: 'o_north', label: 'North yard' }] },
}
const inputs = {
  content: { ...content, fields: [...content.fields, field] },
  names: new Map([['code-1', 'Concrete']]),
  submission: {
    ...submission,
    values: { f_yard01: ['o_north'], f_code01: ['code-1'], f_text01: '  East  ', f_empty1: '   ' },
  },
}

test('an option is called by its label, a record by its name, and a text by itself', () => {
  const all = ['f_yard01', 'f_code01', 'f_text01', 'f_empty1', 'f_absent', undefined]
  expect(all.map((source) => namedValue(inputs, source))).toEqual([
    'North yard',
    'Concrete',
    'East',
    undefined,
    undefined,
    undefined,
  ])
})
