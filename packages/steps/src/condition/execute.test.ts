import type { FormContent } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import type { ConditionConfig } from './definition.ts'
import { execute } from './execute.ts'

const form: FormContent = {
  name: 'PO',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    { kind: 'number', id: 'f_hours1', label: 'Hours' },
    { kind: 'date', id: 'f_duedate', label: 'Due' },
    { kind: 'yes-no', id: 'f_urgent', label: 'Urgent' },
    {
      kind: 'choose',
      id: 'f_vendor',
      label: 'Vendor',
      limit: 1,
      source: { from: 'catalogue', catalogue: 'vendors' },
    },
  ],
}
const context = stepContext({
  form,
  submission: { values: { f_hours1: '9', f_duedate: '2026-12-01', f_urgent: true } },
})

test.each<[ConditionConfig, string]>([
  [{ subject: 'total', comparison: 'at-least', value: '1000' }, 'yes'],
  [{ subject: 'total', comparison: 'less-than', value: '1000.00' }, 'no'],
  [{ subject: 'f_hours1', comparison: 'less-than', value: '10' }, 'yes'],
  [{ subject: 'f_duedate', comparison: 'at-least', value: '2026-12-02' }, 'no'],
  [{ subject: 'f_urgent', comparison: 'is', value: 'yes' }, 'yes'],
  [{ subject: 'f_missing', comparison: 'empty' }, 'yes'],
])('%o goes %s', async (config, outlet) => {
  expect(await execute(config, context)).toMatchObject({ next: 'leave', outlet })
})

test.each<[string, string]>([
  ['total', 'Total: 1000.00'],
  ['f_hours1', 'Hours: 9'],
  ['f_vendor', 'Vendor: Acme'],
  ['f_missing', 'Looked at: (nothing)'],
])('of %s the value that it looked at is kept for whoever looks at the run', async (subject, shown) => {
  const seen = stepContext({
    form,
    submission: { values: { f_hours1: '9', f_vendor: ['v1'] } },
    names: async () => new Map([['v1', 'Acme']]),
  })
  const outcome = await execute({ subject, comparison: 'filled-in' }, seen)
  const used = 'used' in outcome ? (outcome.used ?? []) : []
  expect(used.map(({ name, value }) => `${name}: ${value}`)).toEqual([shown])
})
