import { previewDocument } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { content, memoField, poValues, tableField, vendorField } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** A field of this text gives the class, the location and the terms of a form. */
async function previewed(text: string, fields = ['class', 'location', 'terms']) {
  const { id: submissionId } = await scene.submit({ ...poValues(), [memoField]: text })
  const { runtime, companyId, connection } = scene
  const named = Object.fromEntries(fields.map((target) => [target, memoField]))
  const mapping = { vendor: vendorField, materials: tableField, ...named }
  return previewDocument({ runtime, companyId, submissionId, connectionId: connection.id, mapping })
}

test('class, location and terms of a form are found on whatever page of the ledger’s lists, those in use alone', async () => {
  scene = await openScene({ approval: false })
  const { ledger, connection } = scene
  Object.assign(connection.capabilities, {
    classes: true,
    terms: true,
    tracking: [
      { target: 'class', label: 'class', list: 'class' },
      { target: 'location', label: 'location', list: 'location' },
    ],
  })
  ledger.rowsPerPage = 1
  ledger.marks.push(
    { id: 'c-0', name: 'Yard', active: false, list: 'class' },
    { id: 'c-1', name: 'Yard', active: true, list: 'class' },
    { id: 'l-1', name: 'Yard', active: true, list: 'location' },
    { id: 'l-2', name: 'Gate', active: true, list: 'location' },
  )
  ledger.terms.push({ id: 't-1', name: 'Net 30', active: true }, { id: 't-2', name: 'Yard', active: true })
  expect(await previewed('yard')).toMatchObject({
    class: 'Yard',
    tracking: ['Yard'],
    terms: 'Yard',
    problems: [],
  })
  const lists = () => ledger.calls.map(({ operation }) => operation).filter((name) => name.endsWith('.list'))
  const asked = lists().length
  expect(await previewed('Gate', ['location'])).toMatchObject({
    class: null,
    tracking: ['Gate'],
    terms: null,
  })
  expect(lists().slice(asked)).not.toContain('term.list')
  const { problems } = await previewed('Gate')
  expect(problems.map(({ code }) => code)).toEqual(['class-missing', 'terms-missing'])
})

test('G-24 whom the form names is found among the employees; one who has left holds what was written', async () => {
  scene = await openScene({ approval: false })
  const { ledger, connection } = scene
  Object.assign(connection.capabilities, { employees: true })
  ledger.rowsPerPage = 1
  ledger.employees.push(
    { id: 'e-1', name: 'Jane Doe', active: true },
    { id: 'e-2', name: 'Ruth Alvarez', active: false },
  )
  expect(await previewed('jane doe', ['employee'])).toMatchObject({ employee: 'Jane Doe', problems: [] })
  const { employee, problems } = await previewed('Ruth Alvarez', ['employee'])
  expect([employee, problems]).toMatchObject([null, [{ code: 'employee-inactive', severity: 'error' }]])
  const asked = () => ledger.askers.filter(({ operation }) => operation === 'employee.list').length
  expect(asked()).toBe(4)
  expect(await previewed('Jane Doe', [])).toMatchObject({ employee: null })
  expect(asked()).toBe(4)
})

const by = { kind: 'choose', id: 'f_person1', label: 'Ordered by', limit: 1 } as const

/** Orders name a person, whom the ledger's list of employees may know. */
async function openWithPersons(): Promise<void> {
  scene = await openScene({ approval: false })
  const { ledger, connection, runtime, workflows } = scene
  const { versions, lookups } = runtime.ports
  const { form } = versions
  const people = { ...by, source: { from: 'catalogue', catalogue: 'people' } } as const
  versions.form = async (which) => {
    const found = await form(which)
    return found && { ...found, content: { ...content, fields: [...content.fields, people] } }
  }
  for (const { config } of Object.values(workflows[0]?.graph.steps ?? {}))
    if (config.mapping !== undefined)
      Object.assign(config, { mapping: { ...config.mapping, employee: by.id } })
  lookups.catalogue.names = async () =>
    new Map([
      ['user-1', 'Bob Field'],
      ['user-2', 'Cy Young'],
    ])
  Object.assign(connection.capabilities, { employees: true })
  ledger.employees.push({ id: 'e-1', name: 'Jane Doe', active: true })
}

async function sent() {
  const { id } = await scene.submit({ ...poValues(), [by.id]: ['user-1'] })
  await scene.settle()
  return { id, timeline: await scene.timeline(id), document: [...scene.ledger.documents.values()].at(-1) }
}

const bob = { id: 'e-2', name: '12 Bob Field', fullName: 'Bob Field' }

test('G-24 an order whose person is no employee there goes all the same, and says so; once he is, the next one names him', async () => {
  await openWithPersons()
  const { ledger } = scene
  const without = await sent()
  expect(without.timeline).toEqual(expect.arrayContaining(['document-created', 'sent-with-warning']))
  expect([ledger.creates, without.document?.employee]).toEqual([1, undefined])
  ledger.employees.push({ ...bob, active: true })
  const named = await sent()
  expect(named.timeline).not.toContain('sent-with-warning')
  expect([ledger.creates, named.document?.employee]).toEqual([2, { id: 'e-2', name: '12 Bob Field' }])
})

/** Whom the update of an order takes off it there: null = nobody. */
async function takenOff(employees: { active: boolean }[], person: string) {
  await openWithPersons()
  const { ledger, store } = scene
  ledger.employees.push({ ...bob, active: true })
  const { id } = await sent()
  ledger.employees.splice(0, 2, ...employees.map((each) => ({ ...bob, ...each })))
  await scene.revise(id, { ...poValues({ price: '12' }), [by.id]: [person] })
  await scene.settle()
  const update = (await store.effects.ofSubmission(id)).find(({ operation }) => operation === 'update')
  expect(update?.frozen?.operation).toBe('document.update')
  return update?.frozen?.operation === 'document.update'
    ? (update.frozen.input.document.dropped?.employee ?? null)
    : undefined
}

test('G-24 who has left stays on an order whose form names him still', async () => {
  expect(await takenOff([{ active: false }], 'user-1')).toBeNull()
})

test('G-24 so does whoever may not be looked up any more', async () => {
  expect(await takenOff([], 'user-1')).toBeNull()
})

test('G-24 another person takes him off', async () => {
  expect(await takenOff([{ active: true }], 'user-2')).toMatchObject({ id: 'e-2' })
})
