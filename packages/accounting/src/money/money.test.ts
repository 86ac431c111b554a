import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalFromMoney, lineAmount, moneyFromDecimal, percentOf, readDecimal, sumMoney } from './index.ts'

test('an amount is quantity × unit price, half away from zero', () => {
  expect(lineAmount({ quantity: '1', unitPrice: '0.125', currency: 'USD' }).minor).toBe(13)
  expect(lineAmount({ quantity: '-1', unitPrice: '0.125', currency: 'USD' }).minor).toBe(-13)
  expect(lineAmount({ quantity: '0.1', unitPrice: '0.2', currency: 'USD' }).minor).toBe(2)
})

test('an amount is exact however many decimals both sides have, and so is a sum of very large ones', () => {
  // 150000000.004999999999: rounded twice it would be a cent more.
  const line = { quantity: '10000.000001', unitPrice: '14999.999999', currency: 'USD' }
  expect(lineAmount(line).minor).toBe(15_000_000_000)
  const large = { minor: 2 ** 53 - 1, currency: 'USD' }
  const amounts = [large, large, { minor: -(2 ** 53 - 1), currency: 'USD' }, { minor: -1, currency: 'USD' }]
  expect(sumMoney(amounts, 'USD').minor).toBe(2 ** 53 - 2)
})

test('currencies without cents, and with three decimals, keep their own minor unit', () => {
  expect(lineAmount({ quantity: '3', unitPrice: '100.4', currency: 'JPY' })).toEqual({
    minor: 301,
    currency: 'JPY',
  })
  expect(decimalFromMoney({ minor: 1005, currency: 'KWD' })).toBe('1.005')
})

test('tax is a percentage of the rounded line', () => {
  expect(percentOf({ minor: 1050, currency: 'USD' }, '8.25').minor).toBe(87)
})

test('a decimal text and its money are the same value for every amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (minor) => {
      const amount = { minor, currency: 'USD' }
      expect(moneyFromDecimal(readDecimal(decimalFromMoney(amount)) ?? '', 'USD')).toEqual(amount)
    }),
  )
})

test.each([
  ['1,250.50', '1250.5'],
  ['-1,250,000', '-1250000'],
  ['12,50', undefined],
  ['1,25.5', undefined],
  ['1250,500', undefined],
  ['.5', '0.5'],
  ['2.', '2'],
  ['0012', '12'],
  ['1e3', undefined],
  ['abc', undefined],
  ['', undefined],
])('typed %j is read as %j', (typed, value) => {
  expect(readDecimal(typed)).toBe(value)
})
