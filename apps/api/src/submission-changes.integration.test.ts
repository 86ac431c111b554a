import type { FormContent, MaterialRow } from '@fieldledger/forms'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { admin, field } = stage.ours.people
const { records, scope } = stage.ours
const form = (await admin.session('GET', `/forms/${records.forms}`)).body
const { fields } = form.published as FormContent
const fieldOf = (label: string) => fields.find((one) => one.label === label)?.id ?? ''
const line = (quantity: string): MaterialRow => ({
  id: 'r1',
  materialId: records.materials,
  description: 'Wire',
  quantity,
  unitPrice: '3.5',
})
const values = (quantity: string, memo: string) => ({
  [fieldOf('Vendor')]: [records.vendors],
  [fieldOf('Materials')]: [line(quantity)],
  [fieldOf('Memo')]: memo,
})
const id = v7()

beforeAll(async () => {
  await field.session('POST', `/forms/${records.forms}/submissions`, {
    id,
    formVersion: 1,
    values: values('2', 'First.'),
  })
  await revise(1, values('4', 'First.'))
})

async function revise(revision: number, next: Record<string, unknown>) {
  const answer = await admin.session('POST', `/submissions/${id}/revise`, { revision, values: next })
  expect(answer.status).toBe(200)
}

async function changes(query = '') {
  const { status, body } = await admin.session('GET', `/submissions/${id}/changes${query}`)
  expect(status).toBe(200)
  return body
}

test('a revision stands beside the one before, with old and new values, totals and names', async () => {
  expect(await changes()).toMatchObject({
    from: 1,
    to: 2,
    total: { before: { minor: 700 }, after: { minor: 1400 } },
    fields: [
      {
        fieldId: fieldOf('Materials'),
        lines: [
          {
            kind: 'changed',
            before: { quantity: '2' },
            after: { quantity: '4' },
            parts: ['quantity', 'amount'],
          },
        ],
      },
    ],
    names: { [records.materials]: 'Cable' },
  })
})

test('whoever decides again sees everything since the revision that was last decided on', async () => {
  await stage.services.runtime.ports.stores.of(scope).tasks.insert([
    {
      id: v7(),
      companyId: scope.companyId,
      kind: 'approval',
      submissionId: id,
      title: 'Approve it',
      assignees: { roles: ['admin'], people: [] },
      noteRequired: false,
      state: 'done',
      openedAt: new Date(),
      decision: { choice: 'approve', by: { id: admin.id, name: 'Ada' }, at: new Date() },
    },
  ])
  await revise(2, values('4', 'Second.'))
  await revise(3, values('5', 'Second.'))
  const since = await changes()
  expect([since.from, since.to]).toEqual([2, 4])
  expect(since.fields).toMatchObject([
    { fieldId: fieldOf('Materials'), lines: [{ before: { quantity: '4' }, after: { quantity: '5' } }] },
    { fieldId: fieldOf('Memo'), before: 'First.', after: 'Second.' },
  ])
  expect((await changes('?from=3')).fields).toHaveLength(1)
})

test('a revision that never was is missing', async () => {
  expect((await admin.session('GET', `/submissions/${id}/changes?from=99`)).status).toBe(404)
})
