import { expect, test } from 'vitest'
import type { Token } from './token.ts'
import { meetTokens, moveToken, noteToken, type Standing, splitToken } from './token-moves.ts'

const at = new Date('2026-11-26T12:00:00Z')
const start: Standing = {
  tokens: [{ id: '1', stepId: 's_split', visit: 1, since: at }],
  visits: { s_split: 1 },
}
const tokenOf = (standing: Standing, id: string): Token => {
  const found = standing.tokens.find((token) => token.id === id)
  if (found === undefined) throw new RangeError(`There is no token ${id}.`)
  return found
}
const split = (standing: Standing, id: string, to: string[]) =>
  splitToken(standing, { token: tokenOf(standing, id), to, at })
const move = (standing: Standing, id: string, to?: string) =>
  moveToken(standing, { token: tokenOf(standing, id), to, at })
const arrive = (standing: Standing, id: string) => {
  const arrived = move(standing, id, 's_join')
  return noteToken(arrived, { ...tokenOf(arrived, id), meets: 'next' })
}
const places = ({ tokens }: Standing) => tokens.map(({ id, stepId, visit }) => `${id} ${stepId} ${visit}`)

test('a split makes one token for each way, and every arrival is a visit of its own', () => {
  const parted = split(start, '1', ['s_left', 's_right', 's_left'])
  expect(places(parted)).toEqual(['1.1 s_left 1', '1.2 s_right 1', '1.3 s_left 2'])
  expect(parted.visits).toEqual({ s_split: 1, s_left: 2, s_right: 1 })
})

test('branches meet only when the last of them has arrived', () => {
  const parted = split(start, '1', ['s_left', 's_right'])
  const first = arrive(parted, '1.2')
  expect(meetTokens(first)).toBeUndefined()
  const both = arrive(first, '1.1')
  const met = meetTokens(both)
  expect(places(met?.standing ?? start)).toEqual(['1 s_join 2'])
  expect(met?.outlet).toBe('next')
})

test('a branch that ended elsewhere is not waited for', () => {
  const ended = move(split(start, '1', ['s_left', 's_right']), '1.1')
  expect(places(meetTokens(arrive(ended, '1.2'))?.standing ?? start)).toEqual(['1 s_join 1'])
})

test('a branch that split in its turn is waited for until its own branches have met', () => {
  const inner = split(split(start, '1', ['s_inner', 's_right']), '1.1', ['s_a', 's_b'])
  const waiting = arrive(inner, '1.2')
  expect(meetTokens(waiting)).toBeUndefined()
  const innerEnds = move(move(waiting, '1.1.1'), '1.1.2')
  expect(places(meetTokens(innerEnds)?.standing ?? start)).toEqual(['1 s_join 1'])
})

test('a token that no split made leaves a meeting place at once', () => {
  expect(meetTokens(arrive(start, '1'))?.token.id).toBe('1')
})
