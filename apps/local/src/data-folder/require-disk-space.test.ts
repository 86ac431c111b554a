import { expect, test } from 'vitest'
import { explainSystemError } from '../house/explain-system-error.ts'
import { requireDiskSpace } from './require-disk-space.ts'

test('a full disk is refused before anything starts', async () => {
  await expect(requireDiskSpace('/somewhere', async () => 3_500_000)).rejects.toThrow(
    'The disk of /somewhere is full (3 MB free, 512 MB needed): free some space, or set FIELDLEDGER_DATA to a folder on another disk.',
  )
})

test('enough space passes', async () => {
  await expect(requireDiskSpace('/', async () => 10 ** 10)).resolves.toBeUndefined()
})

test.each([
  ['ENOSPC', 'The disk is full'],
  ['EACCES', 'may not be written'],
  ['EROFS', 'read-only disk'],
])('%s is told as a sentence with the way out', (code, words) => {
  const sentence = explainSystemError(Object.assign(Error(code), { code, path: '/somewhere' }))
  expect(sentence).toContain(words)
  expect(sentence).toContain('set FIELDLEDGER_DATA')
})
