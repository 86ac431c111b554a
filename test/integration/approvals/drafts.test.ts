import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, store } = office

test('a draft for the field staff is seen by them, and does not stand among what is searched', async () => {
  const form = await office.form({ approvers: { roles: ['approver'], people: [] } })
  const present = await store.submissions.get(await office.submit(form))
  if (present === undefined) throw new RangeError('The form was not submitted.')
  const { number: _none, ...rest } = present
  const id = v7()
  await store.submissions.insert({
    ...rest,
    id,
    formName: 'Receipt to complete',
    status: 'draft',
    revision: 0,
    submittedBy: people.admin.id,
  })
  const seen = () => people.field.session('GET', `/submissions/${id}`)
  expect((await seen()).status).toBe(404)
  await store.tasks.insert([
    {
      id: v7(),
      companyId: office.scope.companyId,
      kind: 'edit-form',
      submissionId: id,
      title: 'Complete it',
      assignees: { roles: ['field'], people: [] },
      noteRequired: false,
      state: 'open',
      openedAt: new Date(),
    },
  ])
  expect((await seen()).status).toBe(200)
  const found = await people.admin.session('GET', '/search?q=Receipt%20to%20complete')
  expect(JSON.stringify(found.body)).not.toContain(id)
  const listed = await people.admin.session('GET', '/submissions?status=draft')
  expect(JSON.stringify(listed.body)).toContain(id)
})
