import { expect, test } from 'vitest'
import { searchCatalogue } from './search-catalogue.ts'

const search = searchCatalogue([
  { id: '1', name: 'Hartmann Electrical Supply' },
  { id: '2', name: 'Norton Lumber and Building Materials' },
  { id: '3', name: 'NM-B cable 12/2', detail: 'EL-100' },
])
const found = (typed: string) => search(typed).map(({ id }) => id)

test('wrong and missing letters still find the vendor', () => {
  expect(found('hartman elektrical')).toEqual(['1'])
  expect(found('nortn lumbr')).toEqual(['2'])
})

test('a word that fits nothing does not hide what the others found', () => {
  expect(found('norton zzzzzz')).toEqual(['2'])
})

test('the beginning of a word and the code are enough', () => {
  expect(found('build')).toEqual(['2'])
  expect(found('EL-100')).toContain('3')
})

test('nothing typed shows the list as it is', () => {
  expect(found('')).toEqual(['1', '2', '3'])
})
