import { type Graph, moveToVersion, type Token } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { stepDefinition } from '../step-definitions.ts'

const step = (kind: string, name: string, config = {}) => ({ kind, name, config })
const edge = (from: string, outlet: string, to: string) => ({
  id: `e_${from}${to}`,
  from: { step: from, outlet },
  to,
})
const before: Graph = {
  steps: {
    s_start: step('form-submitted', 'Start'),
    s_split: step('parallel', 'Both', { branches: 2 }),
    s_left: step('approval', 'Site'),
    s_right: step('approval', 'Office'),
    s_join: step('join', 'Join'),
  },
  edges: [
    edge('s_start', 'next', 's_split'),
    edge('s_split', 'branch-1', 's_left'),
    edge('s_split', 'branch-2', 's_right'),
    edge('s_left', 'approved', 's_join'),
    edge('s_right', 'approved', 's_join'),
  ],
}
const token = (id: string, stepId: string): Token => ({ id, stepId, visit: 1, since: new Date(0) })
const tokens = [token('1.1', 's_left'), token('1.2', 's_join')]
const move = (after: Graph) => moveToVersion({ before, after, tokens, definitionOf: stepDefinition })

test('a run goes on at the same steps, under the names that they have in the other version', () => {
  const renamed = { ...before, steps: { ...before.steps, s_left: step('approval', 'Foreman') } }
  expect(move(renamed)).toEqual({ stands: ['Site', 'Join'], wouldStand: ['Foreman', 'Join'] })
})

test('a run whose step is gone or another kind stays, and it is said why', () => {
  const { s_left: _gone, ...steps } = before.steps
  expect(move({ ...before, steps })).toMatchObject({ refused: '"Site" is not in that version.' })
  const other = { ...before, steps: { ...before.steps, s_left: step('notify', 'Site') } }
  expect(move(other)).toMatchObject({ refused: '"Site" is another kind of step in that version.' })
})

test('a run in branches that are drawn otherwise stays', () => {
  const straight = {
    ...before,
    edges: [edge('s_start', 'next', 's_left'), edge('s_left', 'approved', 's_join')],
  }
  expect(move(straight)).toMatchObject({
    refused: 'The branches around "Site" are drawn otherwise in that version.',
  })
})
