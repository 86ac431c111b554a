import { mostFileRows } from '@fieldledger/catalogue'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const unreadable = expect.objectContaining({ code: 'file-unreadable' })

test('comma, semicolon and tab are read by the first line; what is no CSV is refused in words', () => {
  for (const mark of [',', ';', '\t'])
    expect(readTable(`\uFEFFName${mark}City\n"A${mark}B"${mark}Kent\n\n`)).toEqual({
      headings: ['Name', 'City'],
      rows: [{ line: 2, cells: [`A${mark}B`, 'Kent'] }],
    })
  for (const file of ['PK\u0003\u0004', '', 'Name\n"open', '\uFFFD\uFFFDN\0a\0m\0e\0'])
    expect(() => readTable(file)).toThrow(unreadable)
})

test('reading stops where a file has more rows than are loaded, whatever follows', () => {
  const { rows } = readTable(`Name\n${'a\n'.repeat(mostFileRows + 5)}"open`)
  expect(rows).toHaveLength(mostFileRows + 1)
})

test('more columns than a list has, and a row without an end, are refused', () => {
  expect(() => readTable(`Name${',x'.repeat(250)}\n`)).toThrow(unreadable)
  expect(() => readTable(`Name\n"${'a\n'.repeat(600_000)}`)).toThrow(unreadable)
})
