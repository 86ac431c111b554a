import { afterAll, describe, expect, test } from 'vitest'
import { managerField, openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, ask } = office
const admin = people.admin.session
const set = (personId: string, supervisorId: string | null) =>
  admin('PATCH', `/people/${personId}`, { supervisorId })

describe('who decides', () => {
  test('whoever a field of the form names is asked, and nobody else', async () => {
    const form = await office.form({ approverField: managerField })
    const id = await office.submit(form, { [managerField]: [people.bookkeeper.id] })
    expect(await office.tasksOf(people.approver.session, id)).toEqual([])
    expect((await office.decide(people.bookkeeper.session, id)).status).toBe(200)
    expect(await office.status(id)).toBe('approved')
    expect(await office.told(id)).toContain('Waiting for approval by bookkeeper of ours')
  })

  test('a field that names nobody stops the run with what to do', async () => {
    const id = await office.submit(await office.form({ approverField: managerField }))
    const run = await office.store.runs.activeOf(id)
    expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'nobody-named' } })
    expect(run?.error?.message).toContain('"Manager"')
  })

  test('the supervisor is asked; without one the run says so, and goes on when one is set', async () => {
    const form = await office.form({ supervisor: true })
    const id = await office.submit(form)
    const run = await office.store.runs.activeOf(id)
    expect(run?.error?.message).toBe(
      'field of ours has no supervisor who could approve: set one under People, then try again.',
    )
    expect((await set(people.field.id, people.bookkeeper.id)).status).toBe(200)
    await ask(admin, 'POST', `/runs/${run?.id}/retry`, {})
    await office.work()
    expect((await office.decide(people.bookkeeper.session, id)).status).toBe(200)
    expect(await office.status(id)).toBe('approved')
    await set(people.field.id, null)
  })

  test('a supervisor who left counts as none', async () => {
    const gone = await office.hire('Gone', 'approver')
    await set(people.field.id, gone.id)
    await office.services.memberships.change(office.scope, { userId: gone.id, change: { active: false } })
    const id = await office.submit(await office.form({ supervisor: true }))
    expect((await office.store.runs.activeOf(id))?.error?.code).toBe('no-supervisor')
    await set(people.field.id, null)
  })

  test('whoever submitted it is not asked where that is forbidden, and alone they leave nobody', async () => {
    const form = await office.form({ approverField: managerField, notBySubmitter: true })
    const both = await office.submit(form, { [managerField]: [people.field.id, people.bookkeeper.id] })
    expect(await office.tasksOf(people.field.session, both)).toEqual([])
    expect(await office.tasksOf(people.bookkeeper.session, both)).toHaveLength(1)
    const alone = await office.submit(form, { [managerField]: [people.field.id] })
    expect((await office.store.runs.activeOf(alone))?.error?.code).toBe('nobody-may-approve')
  })

  test('nobody supervises themselves, and whoever decides nothing supervises nobody', async () => {
    expect((await set(people.field.id, people.field.id)).body.code).toBe('own-supervisor')
    expect((await set(people.field.id, people.viewer.id)).body.code).toBe('no-supervisor-by-role')
    expect((await set(people.field.id, 'unknown')).body.code).toBe('no-supervisor-by-role')
  })

  test('the editor warns of people without a supervisor, by name', async () => {
    const graph = office.graph({ supervisor: true })
    const form = await office.form({ supervisor: true })
    const { problems } = await ask<{ problems: { code: string; severity: string; message: string }[] }>(
      admin,
      'POST',
      `/forms/${form}/workflow/lint`,
      { graph },
    )
    expect(problems.find(({ code }) => code === 'unsupervised')).toMatchObject({ severity: 'warning' })
  })
})
