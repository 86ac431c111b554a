import type { BulkDecisionResult } from '@fieldledger/contract'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { ask, people } = office
const ann = await office.hire('Ann', 'approver')
const form = await office.form({ approvers: { roles: [], people: [ann.id] } })
const submitted = async () => {
  const id = await office.submit(form)
  const [task] = await office.tasksOf(ann.session, id)
  return { id, task: task?.id ?? '' }
}

test('several are decided at once, each with its own reason; what is refused says why and holds up no other', async () => {
  const [good, dear, silent, others] = [
    await submitted(),
    await submitted(),
    await submitted(),
    await submitted(),
  ]
  await office.decide(ann.session, others.id)
  const decisions = [
    { task: good.task, choice: 'approve' },
    { task: silent.task, choice: 'reject' },
    { task: others.task, choice: 'reject', note: 'Too late' },
    { task: v7(), choice: 'approve' },
    { task: dear.task, choice: 'reject', note: 'Too dear' },
  ]
  const decide = () => ask<BulkDecisionResult>(ann.session, 'POST', '/tasks/decisions', { decisions })
  const first = await decide()
  expect(first.results.map(({ outcome, code }) => code ?? outcome)).toEqual([
    'done',
    'decision-refused',
    'task-already-decided',
    'not-found',
    'done',
  ])
  expect(first.results[1]?.message).toContain('write a note')
  await office.work()
  const states = await Promise.all([good, silent, others, dear].map(({ id }) => office.status(id)))
  expect(states).toEqual(['approved', 'pending', 'approved', 'rejected'])
  expect(await decide()).toEqual(first)
  const rejected = (await office.told(dear.id)).filter((text) => text === 'Rejected by Ann')
  expect(rejected).toHaveLength(1)
})

test('nobody decides what is not theirs by way of a list', async () => {
  const { id, task } = await submitted()
  const decisions = [{ task, choice: 'approve' }]
  for (const session of [people.bookkeeper.session, people.field.session]) {
    const { results } = await ask<BulkDecisionResult>(session, 'POST', '/tasks/decisions', { decisions })
    expect(results).toMatchObject([{ outcome: 'refused', code: 'not-your-task' }])
  }
  expect(await office.status(id)).toBe('pending')
})
