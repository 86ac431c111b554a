import { expect, test } from 'vitest'
import type { Material, Vendor } from '../records/catalogue-record.ts'
import { fileNames } from './file-names.ts'
import { planFile } from './plan-file.ts'

const at = new Date(0)
const common = { companyId: 'c', archived: false, createdAt: at, updatedAt: at }
const vendor = (id: string, fields: Partial<Vendor> & { name: string }): Vendor => ({
  id,
  ...common,
  state: 'active',
  ...fields,
})
const cascade = vendor('v1', { name: 'Cascade Lumber', city: 'Renton', currency: 'USD', accountId: 'a1' })
const ours = [
  cascade,
  vendor('v2', { name: 'Puget Ready Mix', phone: '206' }),
  vendor('v3', { name: 'Quarry', currency: 'USD' }),
]
const accounts = fileNames([
  { id: 'a1', name: 'Job Materials', number: '6000' },
  { id: 'a2', name: 'Fuel' },
  { id: 'a3', name: 'Fuel' },
])
const lookup = { accounts, vendors: fileNames(ours) }

function plan(headings: string[], ...rows: string[][]) {
  const table = { headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
  return planFile(table, { kind: 'vendor', ours, lookup, problemOf: () => undefined })
}
const outcomes = (...of: Parameters<typeof plan>) => plan(...of).rows.map(({ outcome }) => outcome)

test('a row says new, changed with the old and the new value, or unchanged', () => {
  const { rows } = plan(
    ['Name', 'City'],
    ['Cascade Lumber', 'Kent'],
    ['puget  ready mix', ''],
    ['Mill', 'Tacoma'],
  )
  expect(rows).toMatchObject([
    {
      line: 2,
      outcome: 'changed',
      id: 'v1',
      changes: [{ field: 'city', from: 'Renton', to: 'Kent' }],
      change: { city: 'Kent' },
    },
    { line: 3, outcome: 'changed', id: 'v2', change: { name: 'puget  ready mix' } },
    { line: 4, outcome: 'new', change: { name: 'Mill', city: 'Tacoma' } },
  ])
  expect(outcomes(['Name', 'City'], ['Cascade Lumber', 'Renton'])).toEqual(['unchanged'])
})

test('a column that is left out stays as it is, an empty cell clears', () => {
  expect(plan(['Name'], ['Cascade Lumber']).rows[0]?.change).toEqual({})
  expect(plan(['Name', 'City'], ['Cascade Lumber', '']).rows[0]?.change).toEqual({ city: undefined })
})

test('with the Id a name is changed, without it the row is a new record', () => {
  expect(plan(['Id', 'Name'], ['v1', 'Cascade & Sons']).rows[0]).toMatchObject({
    outcome: 'changed',
    change: { name: 'Cascade & Sons' },
  })
  expect(outcomes(['Name'], ['Cascade & Sons'])).toEqual(['new'])
})

test('a vendor is found by name and currency; a missing currency may be any', () => {
  const found = (currency: string) => plan(['Name', 'Currency'], ['Cascade Lumber', currency]).rows[0]
  expect(found('USD')).toMatchObject({ outcome: 'unchanged', id: 'v1' })
  expect(found('EUR')).toMatchObject({ outcome: 'new' })
  expect(plan(['Name', 'Currency'], ['Puget Ready Mix', 'EUR']).rows[0]).toMatchObject({
    id: 'v2',
    change: { currency: 'EUR' },
  })
})

test('accounts stand by number and name, and are read by either; one that is not clear is bad', () => {
  const read = (text: string) => plan(['Name', 'Account'], ['Cascade Lumber', text]).rows[0]
  for (const text of ['6000 Job Materials', 'job materials', '6000'])
    expect(read(text)?.outcome).toBe('unchanged')
  expect(read('Fuel')).toMatchObject({ outcome: 'bad', reason: expect.stringContaining('more than once') })
})

test('a bad row says why and stops no other', () => {
  const { rows, unread } = plan(
    ['Id', 'Name', 'City', 'Remarks'],
    ['v9', 'Nobody', 'Kent', ''],
    ['', '', 'Kent', ''],
    ['v1', 'quarry', 'Kent', ''],
    ['v2', 'Puget Ready Mix', 'Kent', 'ours'],
    ['v2', 'Puget Ready Mix', 'Auburn', ''],
    ['', 'Twin', '', ''],
    ['', 'twin', '', ''],
  )
  expect(rows.map(({ outcome }) => outcome)).toEqual(['bad', 'bad', 'bad', 'changed', 'bad', 'new', 'bad'])
  expect(rows.flatMap(({ reason }) => reason ?? [])).toEqual([
    expect.stringContaining('archived'),
    expect.stringContaining('neither'),
    expect.stringContaining('with this name'),
    expect.stringContaining('Line 5'),
    expect.stringContaining('with this name'),
  ])
  expect(unread).toEqual(['Remarks'])
})

test('a file without names and Ids is refused as a whole', () => {
  expect(() => plan(['City'], ['Kent'])).toThrow(expect.objectContaining({ code: 'file-without-names' }))
})

test('prices and switches are read as people write them', () => {
  const material: Material = { id: 'm1', ...common, name: 'Rebar', price: '1250.5', freeOfCharge: true }
  const read = (price: string, free: string) =>
    planFile(
      { headings: ['Name', 'Price', 'Free of charge'], rows: [{ line: 2, cells: ['Rebar', price, free] }] },
      { kind: 'material', ours: [material], lookup, problemOf: () => undefined },
    ).rows[0]
  expect(read('1,250.50', 'Yes')).toMatchObject({ outcome: 'unchanged' })
  expect(read('9', 'no')).toMatchObject({ change: { price: '9', freeOfCharge: undefined } })
  expect(read('dear', 'yes')).toMatchObject({ outcome: 'bad' })
  expect(read('9', 'perhaps')).toMatchObject({ outcome: 'bad' })
})
