import { expect, test } from 'vitest'
import { toPurchaseTaxCodes } from './translate-tax.ts'

test('tax codes of sales, of the United States and without a rate are not for purchases', () => {
  const code = { itemid: 'S-GB', rate: 20 }
  expect(
    toPurchaseTaxCodes([
      { id: 1, ...code, available: 'BOTH', nexuscountry: 'GB' },
      { id: 2, ...code, available: 'SALE' },
      { id: 3, ...code, nexuscountry: 'US' },
      { id: 4, itemid: 'none' },
      { id: 5, itemid: 'R-GB', rate: '5.00%' },
    ]),
  ).toEqual([
    { id: '1', name: 'S-GB', rate: '20' },
    { id: '5', name: 'R-GB', rate: '5' },
  ])
})
