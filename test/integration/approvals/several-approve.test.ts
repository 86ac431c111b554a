import type { TaskView } from '@fieldledger/contract'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, ask, store, scope } = office
const [ann, bert, cleo] = [
  await office.hire('Ann', 'bookkeeper'),
  await office.hire('Bert', 'bookkeeper'),
  await office.hire('Cleo', 'bookkeeper'),
]
const twoOfThree = {
  mode: 'some',
  count: 2,
  approvers: { roles: [], people: [ann.id, bert.id, cleo.id] },
  notBySubmitter: true,
}
const form = await office.form(twoOfThree)
const approvalsIn = async (id: string) =>
  (await office.told(id)).filter((text) => text.includes('approved ('))

describe('two of three must approve', () => {
  test('one waits for another; each stands on the task and in the timeline', async () => {
    const id = await office.submit(form)
    expect((await office.decide(ann.session, id)).body).toMatchObject({
      state: 'open',
      mine: false,
      wanted: 2,
    })
    expect(await office.status(id)).toBe('pending')
    expect(await office.tasksOf(ann.session, id)).toEqual([])
    const [task] = await office.tasksOf(bert.session, id)
    expect(task?.votes).toMatchObject([{ choice: 'approve', by: 'Ann' }])
    await office.decide(bert.session, id)
    expect(await office.status(id)).toBe('approved')
    expect(await approvalsIn(id)).toEqual(['Ann approved (1 of 2)', 'Bert approved (2 of 2)'])
    expect(await office.told(id)).toContain('Approved by Ann and Bert')
    expect(await office.tasksOf(cleo.session, id)).toEqual([])
  })

  test('nobody is counted twice', async () => {
    const id = await office.submit(form)
    const [task] = await office.tasksOf(ann.session, id)
    const approve = () => ann.session('POST', `/tasks/${task?.id}/decision`, { choice: 'approve' })
    const statuses = (await Promise.all([approve(), approve(), approve()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409, 409])
    await office.work()
    expect([await office.status(id), await approvalsIn(id)]).toEqual(['pending', ['Ann approved (1 of 2)']])
  })

  test('two at the same moment are both counted, once each', async () => {
    for (const _round of [1, 2, 3]) {
      const id = await office.submit(form)
      const [task] = await office.tasksOf(ann.session, id)
      const answers = await Promise.all(
        [ann, bert, cleo].map(({ session }) =>
          session('POST', `/tasks/${task?.id}/decision`, { choice: 'approve' }),
        ),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409])
      await office.work()
      expect(await office.status(id)).toBe('approved')
      expect((await store.tasks.get(task?.id ?? ''))?.votes).toHaveLength(2)
      expect(await approvalsIn(id)).toHaveLength(2)
    }
  })

  test('one rejection rejects', async () => {
    const id = await office.submit(form)
    await office.decide(ann.session, id)
    await office.decide(bert.session, id, { choice: 'reject', note: 'Too dear' })
    expect(await office.status(id)).toBe('rejected')
    expect(await office.told(id)).toContain('Rejected by Bert')
  })

  test('a revision asks everybody anew', async () => {
    const id = await office.submit(form)
    await office.decide(ann.session, id)
    await ask(people.field.session, 'POST', `/submissions/${id}/revise`, {
      revision: 1,
      values: { f_memo0001: 'Other' },
    })
    await office.work()
    await office.decide(bert.session, id)
    expect(await office.status(id)).toBe('pending')
    const [task] = await office.tasksOf(ann.session, id)
    expect(task?.votes).toMatchObject([{ by: 'Bert' }])
  })

  test('the link of a mail counts as its person, once, and says that others are waited for', async () => {
    const id = await office.submit(form)
    const [task] = await office.tasksOf(ann.session, id)
    const token = v7() + v7()
    const link = { mailId: v7(), token, taskId: task?.id ?? '', personId: ann.id, sentAt: new Date() }
    await office.services.decisionLinks.keep(scope, link)
    const post = () => office.nobody('POST', `/decide/${token}`, { choice: 'approve' })
    for (const { status, body } of [await post(), await post()])
      expect([status, body]).toMatchObject([
        200,
        { state: 'open', decided: { by: 'Ann' }, approved: 1, wanted: 2 },
      ])
    expect((await store.tasks.get(task?.id ?? ''))?.votes).toHaveLength(1)
  })

  test('whoever submitted it is none of them, where that is forbidden', async () => {
    const id = await office.submit(form, {}, ann.session)
    expect(await office.tasksOf(ann.session, id)).toEqual([])
    await office.decide(bert.session, id)
    await office.decide(cleo.session, id)
    expect(await office.status(id)).toBe('approved')
  })

  test('too few of them stop the run with what to do', async () => {
    const pair = await office.form({ ...twoOfThree, approvers: { roles: [], people: [ann.id, bert.id] } })
    const id = await office.submit(pair, {}, ann.session)
    expect((await store.runs.activeOf(id))?.error?.code).toBe('too-few-approvers')
  })
})

test('all of them: each task lists what the others decided', async () => {
  const both = await office.form({ mode: 'all', approvers: { roles: [], people: [ann.id, bert.id] } })
  const id = await office.submit(both)
  await office.decide(ann.session, id)
  const [listed] = await office.tasksOf(bert.session, id)
  const task = await ask<TaskView>(bert.session, 'GET', `/tasks/${listed?.id}`)
  expect(task).toMatchObject({ wanted: 2, votes: [{ by: 'Ann', choice: 'approve' }] })
  await office.decide(bert.session, id)
  expect(await approvalsIn(id)).toEqual(['Ann approved (1 of 2)', 'Bert approved (2 of 2)'])
  expect(await office.status(id)).toBe('approved')
})
