import type { FormContent } from '@fieldledger/forms'
import type { Role } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { sampleForm, stepContext } from '../testing/step-context.ts'
import { deciderProblems, describeDeciders, type WhoDecides, whoDecides } from './who-decides.ts'

const form: FormContent = {
  ...sampleForm,
  fields: [
    {
      kind: 'choose',
      id: 'f_person1',
      label: 'Manager',
      source: { from: 'catalogue', catalogue: 'people' },
      limit: 2,
    },
  ],
}
const who: WhoDecides = { mode: 'any', approvers: { roles: ['approver'], people: ['p1'] } }
const context = stepContext({
  form,
  submission: { values: { f_person1: ['p2', 'p1'] } },
  supervisorOf: async () => ({ id: 'p3', name: 'Cleo' }),
})
const codes = (change: Partial<WhoDecides>, unsupervised: string[] = []) =>
  deciderProblems({ ...who, ...change }, { form, unsupervised }).map(({ code }) => code)

test('names, a field and the supervisor are asked together, each once', async () => {
  const all = { ...who, approverField: 'f_person1', supervisor: true }
  expect(await whoDecides(all, context)).toEqual({
    asked: { roles: ['approver'], people: ['p1', 'p2', 'p3'] },
  })
  expect(describeDeciders(all, form)).toBe(
    'approvers, 1 person, whoever "Manager" names and the submitter’s supervisor',
  )
})

test('more must approve than can be asked: refused before publishing where it is known, else when it is asked', async () => {
  const people = { roles: [], people: ['p1'] }
  expect(codes({ mode: 'some', count: 2, approvers: people })).toEqual(['too-few-approvers'])
  expect(codes({ mode: 'some', count: 2, approvers: people, supervisor: true })).toEqual([])
  expect(codes({ mode: 'some', count: 9 })).toEqual([])
  const three = { ...who, mode: 'some' as const, count: 3, approvers: people, approverField: 'f_person1' }
  expect(await whoDecides(three, context)).toMatchObject({ error: { code: 'too-few-approvers' } })
})

test('a role that too few people have is told in the editor, and is in nobody’s way', () => {
  const warn = (change: Partial<WhoDecides>, roles: Role[]) =>
    deciderProblems(
      { ...who, approvers: { roles: ['approver'], people: [] }, ...change },
      { form, staff: roles.map((role, place) => ({ id: `s${place}`, role })) },
    ).map(({ severity, message }) => [severity, message])
  expect(warn({}, ['admin', 'approver'])).toEqual([])
  expect(warn({}, ['admin'])).toEqual([['warning', expect.stringContaining('Nobody works here')]])
  const two = { mode: 'some' as const, count: 2 }
  expect(warn(two, ['approver'])).toEqual([['warning', expect.stringContaining('only 1 could')]])
  expect(warn({ ...two, supervisor: true }, ['approver'])).toEqual([])
})

test('nobody, a field that is gone, and people without a supervisor are told in the editor', () => {
  expect(codes({ approvers: { roles: [], people: [] } })).toEqual(['no-approver'])
  expect(codes({ approverField: 'f_gone001' })).toEqual(['field-missing'])
  expect(codes({ supervisor: true }, [])).toEqual([])
  const [warning] = deciderProblems(
    { ...who, supervisor: true },
    { form, unsupervised: ['Ann', 'Bert', 'Cleo', 'Dora'] },
  )
  expect(warning).toMatchObject({ severity: 'warning' })
  expect(warning?.message).toContain('Ann, Bert and 2 more have no supervisor yet')
})
