import { expect, test } from 'vitest'
import { draftDocument } from '../drafting/draft-document.ts'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { differingDigits, unitPriceDigits } from './unit-price-digits.ts'

/** A ledger that rounds unit prices to two digits unless it is told otherwise. */
function inputs(unitPrice: string, here?: number) {
  const made = orderInputs([{ ...pipe, unitPrice }])
  const { connection } = made
  const capabilities = { ...connection.capabilities, unitPriceDigits: { usual: 2, choices: [2, 4] } }
  const rules = { ...connection.rules, ...(here === undefined ? {} : { unitPriceDigits: here }) }
  return { ...made, connection: { ...connection, capabilities, rules } }
}
const warned = (unitPrice: string, here?: number) => {
  const { problems, document } = draftDocument(inputs(unitPrice, here))
  expect(document).toBeDefined()
  return problems.map(({ code, severity }) => [code, severity])
}

test('S1-23 nobody has set anything: two digits here, as there', () => {
  expect(unitPriceDigits(inputs('2.50').connection)).toEqual({ here: 2, there: 2 })
  expect(differingDigits(inputs('2.50').connection)).toBeUndefined()
  expect(warned('2.50')).toEqual([])
})

test('S1-22 a price of more digits, or settings that differ, are warned of when a document is sent, which goes all the same', () => {
  const warning = [['rounding-differs', 'warning']]
  expect(warned('2.505')).toEqual(warning)
  expect(warned('2.50', 4)).toEqual(warning)
  expect(differingDigits(inputs('2.50', 4).connection)).toMatch(/4 digits .* rounds to 2 .* must be the same/)
})

test('a ledger without such a setting warns of nothing', () => {
  expect(unitPriceDigits(orderInputs([]).connection)).toBeUndefined()
  expect(draftDocument(orderInputs([{ ...pipe, unitPrice: '2.505' }])).problems).toEqual([])
})
