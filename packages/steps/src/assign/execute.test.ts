import type { FormContent } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { sampleForm, stepContext } from '../testing/step-context.ts'
import { type AssignConfig, assign } from './definition.ts'
import { execute } from './execute.ts'

const form: FormContent = {
  ...sampleForm,
  fields: [
    {
      kind: 'choose',
      id: 'f_person1',
      label: 'Site manager',
      source: { from: 'catalogue', catalogue: 'people' },
      limit: 1,
    },
  ],
}
const config: AssignConfig = {
  by: 'names',
  who: { roles: ['bookkeeper'], people: ['p1'], submitter: true },
  tell: true,
}
const byField: AssignConfig = { ...config, by: 'field', field: 'f_person1', tell: false }
const names = async () => new Map([['p1', 'Ann']])

test('named people, roles and the submitter become responsible, are told, and stand in the timeline', async () => {
  const responsible = { roles: ['bookkeeper'], people: ['p1', 'person-1'] }
  expect(await execute(config, stepContext({ form, names }))).toEqual({
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'assigned', params: { who: 'Ann, somebody, bookkeepers' } }],
    changes: [
      { change: 'name-responsible', responsible },
      { change: 'notify', recipients: responsible, text: 'You are responsible for PO-2026-0001.' },
    ],
    used: [{ name: 'Responsible', value: 'Ann, somebody, bookkeepers' }],
  })
})

test('the person of a field becomes responsible; an empty field fails with what to do', async () => {
  const filled = stepContext({ form, names, submission: { values: { f_person1: ['p1'] } } })
  expect(await execute(byField, filled)).toMatchObject({
    changes: [{ change: 'name-responsible', responsible: { roles: [], people: ['p1'] } }],
  })
  expect(await execute(byField, stepContext({ form }))).toMatchObject({
    next: 'fail',
    error: { code: 'nobody-named' },
  })
})

test('nobody chosen, and a field that is gone, are refused before publishing', () => {
  const codes = (change: Partial<AssignConfig>) =>
    assign
      .problems({ ...config, ...change }, { form, connections: [], outletsConnected: [] })
      .map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ who: { roles: [], people: [] } })).toEqual(['no-responsible'])
  expect(codes({ by: 'field' })).toEqual(['no-field'])
  expect(codes({ by: 'field', field: 'f_gone001' })).toEqual(['field-missing'])
})
