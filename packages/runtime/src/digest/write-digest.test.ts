import { expect, test } from 'vitest'
import { writeDigest } from './write-digest.ts'

const nothing = { attention: [], connections: [], tasks: [], yesterday: { arrived: 0, failed: 0 } }

test('on a day without anything to say there is no letter', () => {
  expect(writeDigest('Harbour', nothing)).toBeUndefined()
})

test('it says what needs attention, what waits and what happened, with a subject that is enough for a glance', () => {
  const letter = writeDigest('Harbour', {
    connections: [],
    attention: [{ cause: '"Acme" is not linked: link it.', count: 2 }],
    tasks: ['Approve PO-1'],
    yesterday: { arrived: 12, failed: 1 },
  })
  expect(letter?.subject).toBe(
    'Harbour: 2 forms need attention, 1 task waits for you, 1 failed yesterday, 12 arrived yesterday',
  )
  expect(letter?.text.split('\n\n').slice(0, 3)).toEqual([
    'Needs attention:\n- 2 forms: "Acme" is not linked: link it.',
    'Waits for you:\n- Approve PO-1',
    'Yesterday 12 forms arrived in a ledger and 1 failed.',
  ])
})

test('what is about to break in a connection is told, also on a day on which nothing else is', () => {
  const message = 'The sign-in with Harbour books ends on 2026-12-01: reconnect it.'
  const letter = writeDigest('Harbour', { ...nothing, connections: [message] })
  expect(letter?.subject).toBe('Harbour: 1 connection asks for you')
  expect(letter?.text).toContain(`Connections:\n- ${message}`)
})

test('a long list is cut with a word about the rest', () => {
  const tasks = Array.from({ length: 13 }, (_, index) => `Approve PO-${index}`)
  const lines = writeDigest('Harbour', { ...nothing, tasks })?.text.split('\n') ?? []
  expect(lines).toContain('- Approve PO-9')
  expect(lines).not.toContain('- Approve PO-10')
  expect(lines).toContain('- and 3 more')
})
