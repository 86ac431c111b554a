import { expect, test } from 'vitest'
import { mayDecide } from './may-decide.ts'

const submission = { submittedBy: 'p1' }
const assignees = { roles: ['approver' as const], people: ['p3'] }

test('whoever is named or of the role decides, and whoever submitted it does not where that is forbidden', () => {
  const may = (id: string, role: 'approver' | 'field', notBy?: string) =>
    mayDecide({ id, role }, { task: { assignees, ...(notBy === undefined ? {} : { notBy }) }, submission })
  expect([may('p1', 'approver'), may('p2', 'approver'), may('p3', 'field'), may('p4', 'field')]).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect([may('p1', 'approver', 'p1'), may('p2', 'approver', 'p1')]).toEqual([false, true])
})
