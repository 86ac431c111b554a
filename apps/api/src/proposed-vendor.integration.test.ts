import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { type CompanyOnStage, setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours } = stage
const { field, bookkeeper } = ours.people

interface Rows {
  rows: { id: string; kind: string; vendorId?: string; title: string; mine: boolean }[]
}

async function tasksAbout(vendorId: string, session = bookkeeper.session): Promise<Rows['rows']> {
  const { body } = await session('GET', '/tasks?scope=all')
  return (body as unknown as Rows).rows.filter((task) => task.vendorId === vendorId)
}

async function propose(company: CompanyOnStage, name: string): Promise<string> {
  const { session } = company.people.field
  const form = (await session('GET', `/forms/${company.records.forms}`)).body
  const { fields } = form.draft as { fields: { id: string; label: string }[] }
  const idOf = (label: string) => fields.find((one) => one.label === label)?.id ?? ''
  const id = v7()
  const submitted = await session('POST', `/forms/${company.records.forms}/submissions`, {
    id: v7(),
    formVersion: 1,
    values: {
      [idOf('Vendor')]: [id],
      [idOf('Materials')]: [{ id: 'r1', description: 'Gravel', quantity: '2', unitPrice: '3.5' }],
    },
    proposedVendors: [{ id, name, phone: '555-0100' }],
  })
  expect(submitted.status).toBe(201)
  return id
}

test.each([
  ['taken into the list', (id: string) => bookkeeper.session('POST', `/vendors/${id}/activate`, {})],
  [
    'merged with one of ours',
    (id: string) => bookkeeper.session('POST', `/vendors/${id}/merge`, { into: ours.records.vendors }),
  ],
  ['archived', (id: string) => bookkeeper.session('POST', `/vendors/${id}/archive`, {})],
])('the task about a proposed vendor is done when it is %s on its own page', async (how, settle) => {
  const id = await propose(ours, `Quarry ${how}`)
  const [task, ...more] = await tasksAbout(id)
  expect(task).toMatchObject({ kind: 'proposed-vendor', mine: true, title: `New vendor: Quarry ${how}` })
  expect(more).toEqual([])
  expect(await tasksAbout(id, field.session)).toMatchObject([{ mine: false }])
  expect((await settle(id)).status).toBeLessThan(300)
  expect(await tasksAbout(id)).toEqual([])
  const { body } = await bookkeeper.session('GET', `/tasks/${task?.id}`)
  expect(body).toMatchObject({ state: 'done', decision: { by: 'bookkeeper of ours' } })
})
