import type { FormContent } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { standaloneValidator } from './standalone-validator.ts'

const content: FormContent = {
  name: 'Purchase order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    { kind: 'date', id: 'f_duedate', label: 'Due' },
    { kind: 'text', id: 'f_title01', label: 'Title' },
  ],
}

type Validate = ((values: unknown) => boolean) & { errors?: { keyword: string }[] }

test('the module that browsers load says what the server says about dates and texts', async () => {
  const source = standaloneValidator(content)
  const module = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as { default: Validate }
  const validate = module.default
  expect(validate({ f_duedate: '2026-02-28', f_title01: 'Pipe' })).toBe(true)
  expect(validate({ f_duedate: '2026-02-30' })).toBe(false)
  expect(validate.errors?.[0]?.keyword).toBe('format')
  expect(validate({ f_title01: 'x'.repeat(301) })).toBe(false)
})
