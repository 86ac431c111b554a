import { v7 } from 'uuid'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, ask } = office
const [ann, bert, cleo] = [
  await office.hire('Ann', 'approver'),
  await office.hire('Bert', 'field'),
  await office.hire('Cleo', 'field'),
]
const byAnn = await office.form({ approvers: { roles: [], people: [ann.id] }, mail: true })
const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)

beforeEach(async () => {
  for (const { session } of [ann, bert, cleo]) await session('DELETE', '/me/absence')
})

async function handOver(from: typeof ann, to: typeof ann, submissionId: string, note?: string) {
  const [task] = await office.tasksOf(from.session, submissionId)
  return from.session('POST', `/tasks/${task?.id}/hand-over`, {
    to: to.id,
    ...(note === undefined ? {} : { note }),
  })
}

describe('a task handed over', () => {
  test('leaves its giver, tells the other one, stands in the timeline, and is decided there', async () => {
    const id = await office.submit(byAnn)
    expect((await handOver(ann, bert, id, 'You know the site')).status).toBe(204)
    expect(await office.tasksOf(ann.session, id)).toEqual([])
    expect(await office.told(id)).toContain('Ann handed the task over to Bert')
    const { rows } = await ask<{ rows: { text: string }[] }>(bert.session, 'GET', '/notifications')
    expect(rows[0]?.text).toContain('You know the site')
    expect((await bert.session('GET', `/submissions/${id}`)).status).toBe(200)
    await office.decide(bert.session, id)
    expect(await office.status(id)).toBe('approved')
  })

  test('never goes round in a circle, nor to somebody who is asked already or decides nothing', async () => {
    const id = await office.submit(byAnn)
    const [task] = await office.tasksOf(ann.session, id)
    const path = `/tasks/${task?.id}/hand-over`
    expect((await ann.session('POST', path, { to: people.viewer.id })).body.code).toBe('no-decider')
    expect((await ann.session('POST', path, { to: ann.id })).body.code).toBe('hand-over-refused')
    expect((await people.admin.session('POST', path, { to: bert.id })).body.code).toBe('not-your-task')
    await handOver(ann, bert, id)
    expect((await handOver(bert, ann, id)).body.code).toBe('hand-over-refused')
    expect(await office.tasksOf(bert.session, id)).toHaveLength(1)
  })

  test('never to whoever submitted it, where that is forbidden', async () => {
    const strict = await office.form({ approvers: { roles: [], people: [ann.id] }, notBySubmitter: true })
    const id = await office.submit(strict, {}, bert.session)
    const refused = await handOver(ann, bert, id)
    expect([refused.status, refused.body.code]).toEqual([409, 'hand-over-refused'])
  })

  test('of one role leaves the others of the role asked', async () => {
    const byRole = await office.form({ approvers: { roles: ['approver'], people: [] } })
    const id = await office.submit(byRole)
    const [task] = await office.tasksOf(people.approver.session, id)
    await ann.session('POST', `/tasks/${task?.id}/hand-over`, { to: cleo.id })
    const open = async (session: typeof ann.session) => (await office.tasksOf(session, id)).length
    expect([await open(ann.session), await open(cleo.session), await open(people.approver.session)]).toEqual([
      0, 1, 1,
    ])
  })
})

describe('while somebody is away', () => {
  const absent = (standIn: typeof ann, from = day(-1), until = day(1)) =>
    ann.session('PUT', '/me/absence', { from, until, standInId: standIn.id })

  test('the stand-in sees and decides, and it is said for whom', async () => {
    const before = await office.submit(byAnn)
    expect((await absent(bert)).status).toBe(200)
    const after = await office.submit(byAnn)
    for (const id of [before, after]) {
      const [task] = await office.tasksOf(bert.session, id)
      expect(task).toMatchObject({
        insteadOf: 'Ann',
        assigneeNames: ['Ann (away, Bert stands in)'],
      })
      expect((await bert.session('GET', `/submissions/${id}`)).status).toBe(200)
      await office.decide(bert.session, id)
      expect(await office.told(id)).toContain('Approved by Bert (for Ann)')
    }
    const id = await office.submit(byAnn)
    await ann.session('DELETE', '/me/absence')
    expect(await office.tasksOf(bert.session, id)).toEqual([])
    expect((await bert.session('GET', `/submissions/${id}`)).status).toBe(404)
  })

  test('as many are counted for each as are listed, and of one form its own only', async () => {
    await absent(bert)
    const id = await office.submit(byAnn)
    for (const { session } of [ann, bert, cleo, people.field]) {
      const { rows } = await ask<{ rows: object[] }>(session, 'GET', '/tasks')
      expect(await ask(session, 'GET', '/tasks/count')).toEqual({ open: rows.length })
    }
    expect((await ask<{ open: number }>(bert.session, 'GET', '/tasks/count')).open).toBeGreaterThan(0)
    const about = await ask<{ rows: { submission: { id: string } }[] }>(
      bert.session,
      'GET',
      `/tasks?submission=${id}`,
    )
    expect(about.rows.map(({ submission }) => submission.id)).toEqual([id])
  })

  test('nothing goes to the stand-in before or after, nor what they submitted where that is forbidden', async () => {
    const strict = await office.form({ approvers: { roles: [], people: [ann.id] }, notBySubmitter: true })
    await absent(bert, day(2), day(3))
    const later = await office.submit(byAnn)
    expect(await office.tasksOf(bert.session, later)).toEqual([])
    await absent(bert)
    const own = await office.submit(strict, {}, bert.session)
    expect(await office.tasksOf(bert.session, own)).toEqual([])
    expect(await office.tasksOf(ann.session, own)).toHaveLength(1)
  })

  test('a stand-in neither hands on nor has a stand-in for it', async () => {
    await absent(bert)
    const id = await office.submit(byAnn)
    expect((await handOver(bert, cleo, id)).body.code).toBe('hand-over-refused')
    await bert.session('PUT', '/me/absence', { from: day(0), until: day(1), standInId: cleo.id })
    expect(await office.tasksOf(cleo.session, id)).toEqual([])
    expect((await absent(bert)).body.code).toBe('stand-in-away')
  })

  test('both together count as one of the two who must approve', async () => {
    const approvers = { roles: [], people: [ann.id, cleo.id] }
    const form = await office.form({ mode: 'some', count: 2, approvers })
    await absent(bert)
    const id = await office.submit(form)
    await office.decide(bert.session, id)
    expect(await office.tasksOf(ann.session, id)).toEqual([])
    expect(await office.status(id)).toBe('pending')
    await office.decide(cleo.session, id)
    expect(await office.told(id)).toContain('Approved by Bert (for Ann) and Cleo')
  })

  test('its mail goes to the stand-in', async () => {
    await absent(bert)
    const posted: { decide?: { personId: string } }[] = []
    const id = await office.submit(byAnn)
    const mails = office.services.database.connection.collection('mailOutbox')
    for await (const mail of mails.find({ submissionId: id })) posted.push(mail as (typeof posted)[number])
    expect(posted.map(({ decide }) => decide?.personId)).toEqual([bert.id])
  })

  test('the days must be ahead, and the other one must be able to decide', async () => {
    expect((await absent(bert, day(3), day(2))).body.code).toBe('absence-over')
    expect((await absent(bert, day(-3), day(-2))).body.code).toBe('absence-over')
    for (const standInId of [people.viewer.id, ann.id, v7()])
      expect(
        (await ann.session('PUT', '/me/absence', { from: day(0), until: day(1), standInId })).body.code,
      ).toBe('no-stand-in')
    expect((await ann.session('GET', '/me/absence')).body).toEqual({ absence: null })
  })
})
