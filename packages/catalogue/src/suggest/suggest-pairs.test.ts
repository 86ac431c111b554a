import { expect, test } from 'vitest'
import { nameLikeness, scorePair } from './score-pair.ts'
import { suggestPairs } from './suggest-pairs.ts'

test('names are compared by their words, in any order, whatever marks stand between', () => {
  expect(nameLikeness('Cascade Lumber', 'LUMBER, Cascade')).toBe(1)
  expect(nameLikeness('Café Größe', 'cafe große')).toBeGreaterThan(0.85)
  expect(nameLikeness('2x4x8 Stud', '2x4x8 Studs')).toBeGreaterThan(0.9)
  expect(nameLikeness('Rebar', 'Plywood')).toBeLessThan(0.3)
})

test('the score says why: an SKU nearly proves it, a price speaks for it, nothing is quite certain', () => {
  const item = (name: string, more: object = {}) => ({ id: name, name, ...more })
  expect(scorePair(item('Stud 8 ft', { sku: 'ST-8' }), item('Framing stud', { sku: 'st-8' }))).toEqual({
    score: 0.95,
    reasons: ['same SKU'],
  })
  expect(scorePair(item('Rebar #4', { price: '10.35' }), item('Rebar no. 4', { price: '10.35' }))).toEqual({
    score: 0.74,
    reasons: ['name 0.70', 'same price'],
  })
  const same = { sku: 'A', price: '1' }
  expect(scorePair(item('Rebar', same), item('Rebar', same)).score).toBe(0.99)
})

test('suppliers are known by e-mail, account number and phone, however these are written', () => {
  const ours = { id: 'a', name: 'Puget', phone: '(206) 555-0142', email: 'Yard@Puget.example' }
  const theirs = { id: '1', name: 'PRM Inc', phone: '206 555 0142', email: 'yard@puget.example' }
  expect(scorePair(ours, theirs)).toEqual({ score: 0.99, reasons: ['same e-mail', 'same phone number'] })
  expect(scorePair({ id: 'a', name: 'X', phone: '' }, { id: '1', name: 'Y', phone: '' }).reasons).toEqual([])
})

test('each of ours and each of theirs is offered once, the surest pair first', () => {
  const found = suggestPairs(
    [
      { id: 'a', name: 'Framing stud 2x4' },
      { id: 'b', name: 'Framing studs 2x4' },
      { id: 'c', name: 'Something else' },
    ],
    [
      { id: '1', name: 'Framing studs 2x4x8' },
      { id: '2', name: 'Framing stud 2x6' },
    ],
  )
  expect(found.map(({ ours, theirs }) => [ours.id, theirs.id])).toEqual([
    ['a', '2'],
    ['b', '1'],
  ])
})

test('a thousand of ours against fifty thousand of theirs are compared while somebody waits', () => {
  const items = (count: number, tail: string) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${at}`,
      name: `Part ${at * 7} batch${at % 997}${tail}`,
    }))
  const found = suggestPairs(items(1000, 'x'), items(50_000, ''))
  expect(found.length).toBeGreaterThan(900)
}, 20_000)
