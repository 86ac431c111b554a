import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { ours, services, nobody } = stage
const { scope, people, records } = ours
const store = services.runtime.ports.stores.of(scope)
const { companyId } = scope

async function openLink(more: { person?: string; noteRequired?: boolean; sentAt?: Date } = {}) {
  const { person = people.approver.id, noteRequired = false, sentAt = new Date() } = more
  const taskId = v7()
  await store.tasks.insert([
    {
      id: taskId,
      companyId,
      kind: 'approval',
      submissionId: records.submissions,
      title: 'Approve PO',
      assignees: { roles: ['approver'], people: [] },
      noteRequired,
      state: 'open',
      openedAt: new Date(),
    },
  ])
  const token = v7() + v7()
  await services.decisionLinks.keep(scope, { mailId: v7(), token, taskId, personId: person, sentAt })
  const post = (body: object) => nobody('POST', `/decide/${token}`, body)
  return { taskId, post, look: () => nobody('GET', `/decide/${token}`), task: () => store.tasks.get(taskId) }
}

describe('a link from a mail', () => {
  test('shows the form without a session, and looking decides nothing', async () => {
    const { look, task } = await openLink()
    for (const { body } of [await look(), await look()])
      expect(body).toMatchObject({ state: 'open', person: 'approver of ours', form: { formName: 'Order' } })
    expect((await task())?.state).toBe('open')
  })

  test('decides as its person once; the second use says what was decided and by whom', async () => {
    const { post, look, task } = await openLink()
    expect((await post({ choice: 'approve' })).status).toBe(200)
    expect((await task())?.decision).toMatchObject({ choice: 'approve', by: { id: people.approver.id } })
    const decided = { choice: 'approve', by: 'approver of ours' }
    for (const { body } of [await post({ choice: 'reject', note: 'no' }), await look()])
      expect(body).toMatchObject({ state: 'done', decided })
    expect((await task())?.decision?.choice).toBe('approve')
    const { body } = await people.admin.session('GET', '/audit')
    expect(JSON.stringify(body)).toContain('approver of ours by a link from a mail')
  })

  test('asks for a note where one is required', async () => {
    const { post, task } = await openLink({ noteRequired: true })
    expect((await post({ choice: 'reject' })).body.code).toBe('decision-refused')
    expect((await post({ choice: 'reject', note: 'Too dear' })).body).toMatchObject({ state: 'done' })
    expect((await task())?.decision?.note).toBe('Too dear')
  })

  test('is for its person alone, as long as that person is asked and works here', async () => {
    const stranger = await openLink({ person: people.field.id })
    expect((await stranger.post({ choice: 'approve' })).body.code).toBe('not-your-task')
    expect((await stranger.look()).body).not.toHaveProperty('form')
    const left = await openLink()
    await services.memberships.change(scope, { userId: people.approver.id, change: { active: false } })
    expect((await left.post({ choice: 'approve' })).body.code).toBe('link-over')
    expect((await left.task())?.state).toBe('open')
    await services.memberships.change(scope, { userId: people.approver.id, change: { active: true } })
  })

  test('is good for fourteen days, and one that never was is answered alike', async () => {
    const old = await openLink({ sentAt: new Date(Date.now() - 14 * 86_400_000) })
    const never = await nobody('GET', `/decide/${'a'.repeat(43)}`)
    expect((await old.look()).body).toEqual(never.body)
    expect(never.body.code).toBe('link-over')
  })
})
