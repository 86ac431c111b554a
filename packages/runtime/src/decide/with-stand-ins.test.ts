import { expect, test } from 'vitest'
import { withStandIns } from './with-stand-ins.ts'

const away = [
  { id: 'ann', name: 'Ann', role: 'approver' as const, standIn: { id: 'ben', name: 'Ben' } },
  { id: 'cem', name: 'Cem', role: 'bookkeeper' as const, standIn: { id: 'dia', name: 'Dia' } },
]

test('a reminder reaches whoever stands in for one who is named, or for one of a role, and nobody else', () => {
  const named = { roles: [], people: ['ann', 'eve'] }
  expect(withStandIns(named, away).people).toEqual(['ann', 'eve', 'ben'])
  expect(withStandIns({ roles: ['bookkeeper'], people: [] }, away).people).toEqual(['dia'])
  expect(withStandIns({ roles: ['approver'], people: ['ben'] }, away).people).toEqual(['ben'])
  expect(withStandIns(named, [])).toEqual(named)
})
