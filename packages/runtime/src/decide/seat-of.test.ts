import { expect, test } from 'vitest'
import { type Asked, seatOf } from './seat-of.ts'

const submission = { submittedBy: 'p1' }
const assignees = { roles: ['approver' as const], people: ['p3'] }
const ann = { id: 'p3', name: 'Ann', role: 'field' as const }
const bert = { id: 'p4', name: 'Bert', role: 'field' as const }
const awayFor = (standIn: { id: string; name: string }) => [{ ...ann, standIn }]

function seat(
  person: { id: string; role: 'approver' | 'field' },
  given: Partial<Asked['task']> & { away?: Asked['away'] } = {},
) {
  const { away = [], ...task } = given
  const asked = { task: { kind: 'approval' as const, assignees, ...task }, submission, away }
  return seatOf({ name: person.id, ...person }, asked)?.id
}

test('whoever is named or of the role decides, and whoever submitted it does not where that is forbidden', () => {
  const p1 = { id: 'p1', role: 'approver' as const }
  expect([seat(p1), seat({ id: 'p2', role: 'approver' }), seat(ann), seat(bert)]).toEqual([
    'p1',
    'p2',
    'p3',
    undefined,
  ])
  expect([seat(p1, { notBy: 'p1' }), seat({ id: 'p2', role: 'approver' }, { notBy: 'p1' })]).toEqual([
    undefined,
    'p2',
  ])
})

test('a stand-in decides in the place of who is away, and the place is taken once', () => {
  const away = awayFor(bert)
  expect([seat(bert, { away }), seat(ann, { away })]).toEqual(['p3', 'p3'])
  const decided = { choice: 'approve' as const, by: bert, insteadOf: ann, at: new Date(0) }
  expect([seat(bert, { away, votes: [decided] }), seat(ann, { away, votes: [decided] })]).toEqual([
    undefined,
    undefined,
  ])
  const own = { choice: 'approve' as const, by: ann, at: new Date(0) }
  expect(seat(bert, { away, votes: [own] })).toBeUndefined()
})

test('never the submitter where that is forbidden, and never from one stand-in to the next', () => {
  expect(seat(bert, { away: awayFor(bert), notBy: 'p4' })).toBeUndefined()
  expect(seat(bert, { away: awayFor(bert), notBy: 'p3' })).toBeUndefined()
  const cleo = { id: 'p5', name: 'Cleo', role: 'field' as const }
  const chain = [...awayFor(bert), { ...bert, standIn: cleo }]
  expect([seat(bert, { away: chain }), seat(cleo, { away: chain })]).toEqual(['p3', undefined])
})

test('whoever handed it over is asked no more, by role neither; a form sent back has no stand-in', () => {
  const handedOver = [{ from: { id: 'p2', name: 'p2' }, to: bert, at: new Date(0) }]
  expect(seat({ id: 'p2', role: 'approver' }, { handedOver })).toBeUndefined()
  expect(seat(bert, { away: awayFor(bert), kind: 'edit-form' })).toBeUndefined()
})
