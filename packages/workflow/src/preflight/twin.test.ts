import { expect, test } from 'vitest'
import { findTwins, normalisedNumber, type PaperFacts } from './twin.ts'

const paper: PaperFacts = {
  submissionId: 's2',
  number: 'BILL-0002',
  vendorId: 'v1',
  vendorNumber: 'INV-0012',
  total: { minor: 12000, currency: 'USD' },
  date: '2026-11-20',
}
const other = (change: Partial<PaperFacts>): PaperFacts => ({
  ...paper,
  submissionId: 's1',
  number: 'BILL-0001',
  ...change,
})
const why = (change: Partial<PaperFacts>, own: Partial<PaperFacts> = {}) =>
  findTwins({ ...paper, ...own }, { others: [other(change)], withinDays: 7 }).map((twin) => twin.why)

test.each([
  ['INV-0012', 'inv 12'],
  ['№ 7/A', 'No7a'],
  ['００１２', '12'],
])('%s and %s are one number', (left, right) => {
  expect(normalisedNumber(left)).toBe(normalisedNumber(right))
})

test('one vendor and one number is one paper, whatever the amount and the day', () => {
  expect(why({ vendorNumber: 'inv 12', total: { minor: 1, currency: 'USD' }, date: '2026-01-01' })).toEqual([
    'number',
  ])
})

test('one vendor, one amount and nearly one day is one paper, unless both bear numbers that differ', () => {
  const without: Partial<PaperFacts> = { date: '2026-11-27' }
  const { vendorNumber: _none, ...unnumbered } = paper
  expect(findTwins(unnumbered, { others: [other(without)], withinDays: 7 })).toHaveLength(1)
  expect(findTwins(unnumbered, { others: [other({ date: '2026-11-28' })], withinDays: 7 })).toEqual([])
  expect(why({ vendorNumber: 'INV-0013' })).toEqual([])
})

test('another vendor, another currency, nothing to pay and the form itself are no twins', () => {
  expect(why({ vendorId: 'v2' })).toEqual([])
  expect(why({ submissionId: paper.submissionId })).toEqual([])
  const { vendorNumber: _none, ...unnumbered } = paper
  const euros = other({ total: { minor: 12000, currency: 'EUR' } })
  expect(findTwins(unnumbered, { others: [euros], withinDays: 7 })).toEqual([])
  const nothing = { minor: 0, currency: 'USD' }
  expect(
    findTwins({ ...unnumbered, total: nothing }, { others: [other({ total: nothing })], withinDays: 7 }),
  ).toEqual([])
})
