import type { FormContent, LinkedForm, SubmissionValues } from '@fieldledger/forms'
import { readSubmission } from '@fieldledger/forms'
import { createFormValidator } from '@fieldledger/forms/validator'
import type { NextForm } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { sampleForm, stepContext } from '../testing/step-context.ts'
import { type CreateFormConfig, createForm } from './definition.ts'
import { execute } from './execute.ts'

const table = {
  kind: 'material-table',
  label: 'Lines',
  columns: { unit: false, tax: false, costCode: false, account: false },
} as const
const vendor = {
  kind: 'choose',
  label: 'Vendor',
  source: { from: 'catalogue', catalogue: 'vendors' },
  limit: 1,
} as const
const order: FormContent = {
  ...sampleForm,
  fields: [
    { ...vendor, id: 'f_vendor1' },
    { ...table, id: 'f_lines01' },
    { kind: 'text', id: 'f_site001', label: 'Site' },
  ],
}
const bill: FormContent = {
  ...sampleForm,
  name: 'Bill',
  type: 'bill',
  fields: [
    { ...vendor, id: 'f_vendor9' },
    { ...table, id: 'f_lines09' },
    { kind: 'text', id: 'f_memo009', label: 'Memo', required: true },
    { kind: 'date', id: 'f_date009', label: 'Date' },
  ],
}
const values: SubmissionValues = {
  f_vendor1: ['v1'],
  f_lines01: [{ id: 'r1', description: 'Pipe', quantity: '10', unitPrice: '2' }],
  f_site001: 'Pier 7',
}
const config: CreateFormConfig = {
  formId: 'form-bill',
  lines: true,
  fields: [
    { field: 'f_memo009', from: { source: 'field', field: 'f_site001' } },
    { field: 'f_date009', from: { source: 'today' } },
  ],
  as: 'submitted',
  who: { roles: ['bookkeeper'], people: [] },
}
const billed = (quantity: string): LinkedForm => ({
  type: 'bill',
  status: 'approved',
  values: { f_lines09: [{ id: 'r1', description: 'Pipe', quantity }] },
})
const take = (
  change: Partial<CreateFormConfig> = {},
  next: Partial<NextForm> = {},
  status: 'approved' | 'pending' = 'approved',
) =>
  execute(
    { ...config, ...change },
    stepContext({
      form: order,
      submission: { status, values },
      nextForm: async () => ({ version: 3, content: bill, linked: [], read: readBill, ...next }),
    }),
  )

async function readBill(given: SubmissionValues) {
  const read = readSubmission({
    content: bill,
    values: given,
    currency: 'USD',
    validate: createFormValidator(bill),
  })
  return 'errors' in read ? { refused: read.errors[0]?.message ?? '' } : read
}

test('a bill takes over vendor and what remains of the lines, and its fields are filled in', async () => {
  const outcome = await take({}, { linked: [billed('4')] })
  expect(outcome).toMatchObject({
    next: 'leave',
    outlet: 'next',
    changes: [
      {
        change: 'make-form',
        form: {
          formId: 'form-bill',
          version: 3,
          read: {
            vendorId: 'v1',
            values: {
              f_vendor9: ['v1'],
              f_lines09: [{ id: 'r1', quantity: '6', amount: { minor: 1200 } }],
              f_memo009: 'Pier 7',
              f_date009: '1970-01-01',
            },
            totals: { total: { minor: 1200, currency: 'USD' } },
          },
        },
      },
    ],
  })
})

test('a draft may lack what the form asks for; a form that is submitted at once may not', async () => {
  const draft = await take({ as: 'draft', fields: [] })
  expect(draft).toMatchObject({ changes: [{ form: { draftFor: config.who, read: { vendorId: 'v1' } } }] })
  expect(await take({ fields: [] })).toMatchObject({
    next: 'fail',
    error: { code: 'form-refused', message: expect.stringContaining('Fill in "Memo".'), retryable: false },
  })
})

test('nothing is made of an order of which nothing remains, nor a second form by the same visit', async () => {
  const whole = await take({}, { linked: [billed('10')] })
  expect(whole).toMatchObject({ next: 'leave', stamps: [{ code: 'nothing-remains' }] })
  expect(whole).not.toHaveProperty('changes')
  const again = await take({}, { earlier: { id: 's9', formName: 'Bill', number: 'B-1' } })
  expect(again).toEqual({
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'form-made-before', params: { form: 'Bill', number: 'B-1', submission: 's9' } }],
  })
})

test('an order that is not approved, and a form that is gone, fail with what to do', async () => {
  expect(await take({}, {}, 'pending')).toMatchObject({ next: 'fail', error: { code: 'not-approved' } })
  const gone = stepContext({ form: order, submission: { status: 'approved', values } })
  expect(await execute(config, gone)).toMatchObject({ next: 'fail', error: { code: 'form-missing' } })
})

test('what is missing in the step is refused before publishing, with its place', () => {
  const found = (change: Partial<CreateFormConfig>, form = order) =>
    createForm
      .problems(
        { ...config, ...change },
        { form, connections: [], outletsConnected: [], nextForms: [{ id: 'form-bill', content: bill }] },
      )
      .map(({ code, place }) => [code, place])
  expect(found({})).toEqual([])
  expect(found({ formId: 'form-gone' })).toEqual([['form-missing', 'formId']])
  expect(found({ as: 'draft', who: { roles: [], people: [] } })).toEqual([['nobody', 'who']])
  expect(found({ fields: [{ from: { source: 'today' } }] })).toEqual([['no-field', 'fields.0.field']])
  expect(found({ fields: [{ field: 'f_memo009', from: { source: 'today' } }] })).toEqual([
    ['today-unfit', 'fields.0.from'],
  ])
  expect(found({}, bill)).toEqual([['no-order', undefined]])
})
