import type { NewItem } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { orderInputs } from '../testing/order-inputs.ts'
import { newItemProblems } from './new-item-problems.ts'

const { connection } = orderInputs([])
const items = {
  list: true,
  create: ['service'],
  nameLimit: 50,
  skuLimit: 30,
  forbiddenInName: '',
  namedBySku: true,
}
const strict: typeof connection = { ...connection, capabilities: { ...connection.capabilities, items } }
const found = (changes: Partial<NewItem>, on = strict) =>
  newItemProblems(
    { name: 'Pipe', kind: 'service', startDate: '2026-11-23', ...changes },
    { connection: on, params: { materialId: 'm1' } },
  )

test('G-06 an SKU over the limit of the ledger is told with field, limit and length, and cured where it stands', () => {
  const [problem, ...others] = found({ sku: 'x'.repeat(31) })
  expect(problem).toMatchObject({
    code: 'item-sku-too-long',
    cure: 'shorten-name',
    message: expect.stringContaining('has 31 characters, and The Ledger takes 30'),
    params: { materialId: 'm1', field: 'sku', limit: 30, found: 31 },
  })
  expect(others).toEqual([])
  expect(found({ sku: 'x'.repeat(30) })).toEqual([])
})

test('G-06 where lines name an item by its SKU, a long name without one asks for it; elsewhere it does not', () => {
  const name = 'Galvanised pipe, half an inch, 6 m'
  expect(found({ name })).toMatchObject([{ code: 'item-sku-missing', params: { field: 'sku', found: 34 } }])
  expect(found({ name, sku: 'GP-6' })).toEqual([])
  expect(found({ name }, connection)).toEqual([])
})

test.each<[string, Partial<NewItem>, object]>([
  [
    'a sign that it takes in no name',
    { name: 'Pipe: 1/2' },
    { code: 'item-name-refused', cure: 'shorten-name' },
  ],
  [
    'a description over its limit',
    { description: 'x'.repeat(11) },
    { code: 'item-description-too-long', params: { limit: 10, found: 11 } },
  ],
])('%s is told before an item is made', (_what, item, problem) => {
  const own = { ...items, forbiddenInName: ':', descriptionLimit: 10 }
  const on = { ...strict, capabilities: { ...strict.capabilities, items: own } }
  expect(found(item, on)).toMatchObject([problem])
  expect(found({ name: 'Pipe 1/2', description: 'x'.repeat(10) }, on)).toEqual([])
})
