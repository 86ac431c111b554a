import type { Field, FormContent } from '@fieldledger/forms'
import { createFormValidator } from '@fieldledger/forms/validator'
import { expect, test } from 'vitest'
import { formTemplate } from './form-template.ts'
import { standaloneValidator } from './standalone-validator.ts'

const order = formTemplate({ template: 'purchase-order', name: 'Order', type: undefined })
const more: Field[] = [
  { kind: 'text', id: 'f_text0001', label: 'Text' },
  { kind: 'number', id: 'f_number01', label: 'Number' },
  { kind: 'money', id: 'f_money001', label: 'Money' },
  { kind: 'yes-no', id: 'f_yesno001', label: 'Yes or no' },
  { kind: 'date', id: 'f_date0001', label: 'Date' },
  {
    kind: 'choose',
    id: 'f_choose01',
    label: 'Choose',
    limit: null,
    source: { from: 'options', options: [{ id: 'o_one1', label: 'One' }] },
  },
]
const content: FormContent = { ...order, fields: [...order.fields, ...more] }

type Validator = ((values: unknown) => boolean) & {
  errors?: { keyword: string; instancePath: string }[] | null
}

async function load(code: string): Promise<Validator> {
  const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: Validator
  }
  return module.default
}

test.each([
  [{}],
  [{ f_text0001: 'Größe 😀' }],
  [{ f_text0001: '😀'.repeat(300) }],
  [{ f_text0001: '😀'.repeat(301) }],
  [{ f_date0001: '2028-02-29' }],
  [{ f_date0001: '2027-02-29' }],
  [{ f_date0001: '2026-13-01' }],
  [{ f_date0001: '2000-02-30' }],
  [{ f_choose01: ['o_one1'] }],
  [{ f_choose01: ['o_two2'] }],
  [{ f_choose01: ['o_one1', 'o_one1'] }],
  [{ f_number01: '1.5' }],
  [{ f_number01: 1.5 }],
  [{ f_money001: { minor: 1.5, currency: 'USD' } }],
  [{ f_unknown01: 'x' }],
])('the browser’s validator says what the server’s says: %j', async (values) => {
  const validate = await load(standaloneValidator(content))
  const browser = validate(values) ? [] : (validate.errors ?? [])
  const told = (errors: readonly { keyword: string; instancePath: string }[]) =>
    errors.map(({ keyword, instancePath }) => `${instancePath} ${keyword}`)
  expect(told(browser)).toEqual(told(createFormValidator(content)(values)))
})

test('the module imports nothing, so that it works without a network', () => {
  expect(standaloneValidator(content)).not.toMatch(/\b(require|import)\b/)
})
