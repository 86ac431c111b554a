import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BooksFile } from './books-file.ts'

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'books-')), 'books.jsonl')

test('what was appended is read again, in order', async () => {
  const path = freshPath()
  const first = new BooksFile<{ n: number }>(path)
  for (let n = 0; n < 50; n += 1) first.append({ n })
  await first.close()
  const again = new BooksFile<{ n: number }>(path)
  expect(again.read().map((line) => line.n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  await again.close()
})

test('a torn last line is cut off and the next line follows cleanly', async () => {
  const path = freshPath()
  writeFileSync(path, '{"n":1}\n{"n":2}\n{"n":')
  const file = new BooksFile<{ n: number }>(path)
  expect(file.read()).toEqual([{ n: 1 }, { n: 2 }])
  file.append({ n: 3 })
  await file.close()
  expect(readFileSync(path, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":3}\n')
})

test('a damaged line before the last is told with its number', () => {
  const path = freshPath()
  writeFileSync(path, '{"n":1}\nrubbish\n{"n":3}\n')
  expect(() => new BooksFile(path).read()).toThrow(/damaged at line 2/)
})
