import type { FormContent, SubmissionValues } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { sampleForm, stepContext } from '../testing/step-context.ts'
import { type SetFieldConfig, setField } from './definition.ts'
import { execute } from './execute.ts'

const form: FormContent = {
  ...sampleForm,
  fields: [
    { kind: 'text', id: 'f_text001', label: 'Text' },
    { kind: 'paragraph', id: 'f_para001', label: 'Paragraph' },
    { kind: 'number', id: 'f_number1', label: 'Number', maximum: '10' },
    { kind: 'money', id: 'f_money01', label: 'Money' },
    { kind: 'date', id: 'f_date001', label: 'Date' },
    { kind: 'yes-no', id: 'f_yesno01', label: 'Yes or no' },
    {
      kind: 'choose',
      id: 'f_choice1',
      label: 'Choice',
      source: { from: 'options', options: [{ id: 'o_aaaa', label: 'First' }] },
      limit: 1,
    },
    {
      kind: 'choose',
      id: 'f_people1',
      label: 'Person',
      source: { from: 'catalogue', catalogue: 'people' },
      limit: 1,
    },
    {
      kind: 'choose',
      id: 'f_vendor1',
      label: 'Vendor',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
  ],
}
type From = SetFieldConfig['from']
const constant = (value: string): From => ({ source: 'constant', value })
const take = (field: string, from: From, values: SubmissionValues = {}) =>
  execute(
    { field, from },
    stepContext({
      form,
      submission: { values },
      now: new Date('2026-03-01T02:00:00Z'),
      timeZone: async () => 'America/Chicago',
    }),
  )
const codes = (field: string, from: From) =>
  setField.problems({ field, from }, { form, connections: [], outletsConnected: [] }).map(({ code }) => code)

test.each<[string, From, unknown]>([
  ['f_text001', constant('Hello'), 'Hello'],
  ['f_number1', constant('7.50'), '7.5'],
  ['f_money01', constant('1,250.5'), { minor: 125_050, currency: 'USD' }],
  ['f_date001', constant('2026-02-28'), '2026-02-28'],
  ['f_yesno01', constant('yes'), true],
  ['f_choice1', constant('o_aaaa'), ['o_aaaa']],
  ['f_date001', { source: 'today' }, '2026-02-28'],
  ['f_people1', { source: 'submitter' }, ['person-1']],
  ['f_text001', { source: 'field', field: 'f_para001' }, 'Copied'],
])('%s is set from %o', async (field, from, value) => {
  const outcome = await take(field, from, { f_para001: 'Copied' })
  expect(outcome).toMatchObject({ next: 'leave', changes: [{ change: 'write-field', field, value }] })
  expect(codes(field, from)).toEqual([])
})

test('the timeline has the old value and the new one, in words', async () => {
  expect(await take('f_yesno01', constant('no'), { f_yesno01: true })).toMatchObject({
    stamps: [{ code: 'field-set', params: { field: 'Yes or no', from: 'yes', to: 'no' } }],
  })
})

test('money that is set counts in the total of a form without lines', async () => {
  expect(await take('f_money01', constant('10'))).toMatchObject({
    changes: [{ totals: { total: { minor: 1000, currency: 'USD' } } }],
  })
})

test.each<[string, From, string]>([
  ['f_gone001', constant('x'), 'field-missing'],
  ['f_vendor1', constant('x'), 'field-missing'],
  ['f_text001', constant(' '), 'no-value'],
  ['f_number1', constant('many'), 'value-unfit'],
  ['f_number1', constant('11'), 'value-refused'],
  ['f_money01', constant('1.005'), 'value-unfit'],
  ['f_date001', constant('2026-02-30'), 'value-unfit'],
  ['f_choice1', constant('o_bbbb'), 'value-unfit'],
  ['f_text001', { source: 'today' }, 'today-unfit'],
  ['f_number1', { source: 'submitter' }, 'submitter-unfit'],
  ['f_number1', { source: 'field', field: 'f_text001' }, 'source-unfit'],
])('%s from %o is refused before publishing as %s', (field, from, code) => {
  expect(codes(field, from)).toEqual([code])
})

test('a value that fits no more, and an empty source, fail with what to do', async () => {
  expect(await take('f_number1', constant('11'))).toMatchObject({ next: 'fail', error: { retryable: false } })
  expect(await take('f_text001', { source: 'field', field: 'f_para001' })).toMatchObject({ next: 'fail' })
})
