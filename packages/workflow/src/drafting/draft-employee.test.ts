import type { RemoteEmployee } from '@fieldledger/accounting'
import type { Field } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { draftDocument } from './draft-document.ts'

const listed: readonly RemoteEmployee[] = [
  { id: 'e-1', name: 'Jane Doe', fullName: 'Jane Doe', active: true },
  { id: 'e-2', name: '17 Luis Ortega', fullName: 'Luis Ortega', active: true },
  { id: 'e-3', name: 'Ruth Alvarez', fullName: 'Ruth Alvarez', active: false },
]
const person: Field = {
  kind: 'choose',
  id: 'f_person1',
  label: 'Ordered by',
  limit: 1,
  source: { from: 'catalogue', catalogue: 'people' },
}
const text: Field = { kind: 'text', id: 'f_person1', label: 'Employee' }

interface Named {
  by: Field
  employees?: readonly RemoteEmployee[]
  able?: boolean
  lacks?: string[]
}

/** An order whose form names an employee as `called`, by a choice of people or by a text. */
function drafted(called: string, { by, employees = listed, able = true, lacks = [] }: Named) {
  const inputs = orderInputs([pipe])
  const { capabilities } = inputs.connection
  const order = capabilities.documents['purchase-order']
  if (order === undefined) expect.unreachable('the ledger takes orders')
  const documents = { 'purchase-order': { ...order, lacks } }
  const value = by.kind === 'choose' ? ['user-1'] : called
  return draftDocument({
    ...inputs,
    employees,
    names: new Map([['user-1', called]]),
    content: { ...inputs.content, fields: [...inputs.content.fields, by] },
    connection: { ...inputs.connection, capabilities: { ...capabilities, documents, employees: able } },
    request: { ...inputs.request, mapping: { ...inputs.request.mapping, employee: by.id } },
    submission: { ...inputs.submission, values: { ...inputs.submission.values, [by.id]: value } },
  })
}

test.each([person, text])(
  'G-24 the employee is whom the ledger shows by that name, or who has that first and last name: $label',
  (by) => {
    for (const called of ['Jane Doe', '  jane   DOE '])
      expect(drafted(called, { by })).toMatchObject({
        document: { employee: { id: 'e-1', name: 'Jane Doe' } },
        problems: [],
      })
    for (const called of ['Luis Ortega', '17 Luis Ortega'])
      expect(drafted(called, { by }).document?.employee).toEqual({ id: 'e-2', name: '17 Luis Ortega' })
  },
)

const jane = { id: 'e-4', name: '23 Jane Doe', fullName: 'Jane Doe', active: true }
const gone = { id: 'e-5', name: '9 Jane Doe', fullName: 'Jane Doe', active: false }
const notOne: [called: string, employees: readonly RemoteEmployee[], code: string][] = [
  ['Bob Field', listed, 'employee-missing'],
  ['Ruth Alvarez', listed, 'employee-inactive'],
  ['Jane Doe', [jane, { ...jane, id: 'e-6', name: '24 Jane Doe' }], 'employee-ambiguous'],
]

test.each(notOne)(
  'G-24 a person who cannot be told for sure there holds nothing: the order goes without, and it is said: %s',
  (called, employees, code) => {
    const { document, problems } = drafted(called, { by: person, employees })
    expect(document?.net.minor).toBe(1000)
    expect(document).not.toHaveProperty('employee')
    expect(problems).toMatchObject([{ code, severity: 'warning' }])
    expect(problems[0]?.message).toMatch(/so no employee goes with it: .+, or leave it so\.$/)
  },
)

test.each(notOne)(
  'G-24 a name that was written for it is held to, none is guessed: %s',
  (called, employees, code) => {
    const { document, problems } = drafted(called, { by: text, employees })
    expect(document).toBeUndefined()
    expect(problems).toMatchObject([
      { code, severity: 'error', cure: 'edit-form', params: { employee: called } },
    ])
  },
)

test('of two with one first and last name a text says which by what the ledger shows, a person of ours does not', () => {
  const employees = [...listed, jane]
  expect(drafted('Jane Doe', { by: text, employees }).document?.employee?.id).toBe('e-1')
  expect(drafted('23 jane doe', { by: text, employees }).document?.employee?.id).toBe('e-4')
  expect(drafted('Jane Doe', { by: person, employees }).problems).toMatchObject([
    { code: 'employee-ambiguous', message: expect.stringContaining('“Jane Doe”, “23 Jane Doe”') },
  ])
  // Who has left is not taken for her.
  expect(drafted('Jane Doe', { by: person, employees: [...listed, gone] }).document?.employee?.id).toBe('e-1')
})

test('a ledger, or a document, without a place for an employee goes without and says nothing', () => {
  for (const less of [{ able: false }, { lacks: ['employee'] }])
    for (const by of [person, text]) {
      const { document, problems } = drafted('Bob Field', { by, ...less })
      expect([document?.employee, problems]).toEqual([undefined, []])
    }
})
