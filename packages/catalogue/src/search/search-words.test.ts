import { expect, test } from 'vitest'
import { nameKey } from './name-key.ts'
import { searchPieces, searchWords } from './search-words.ts'

test('words are lower case, without accents and marks, each once', () => {
  expect(searchWords("O'Brien & Søn, Électricité", 'ELE-122', undefined)).toEqual([
    'o',
    'brien',
    'søn',
    'electricite',
    'ele',
    '122',
  ])
})

test('a mistyped word shares most of its pieces with the right one', () => {
  const right = new Set(searchPieces(['cascade']))
  const typed = searchPieces(['cascde'])
  expect(typed.filter((piece) => right.has(piece)).length / typed.length).toBeGreaterThanOrEqual(0.5)
})

test('names are the same but for case and spaces', () => {
  expect(nameKey('  Cascade   LUMBER ')).toBe(nameKey('cascade lumber'))
})
