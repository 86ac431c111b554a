import { expect, test } from 'vitest'
import { parseFailpoints } from './armed-failpoints.ts'

test('a failpoint goes off at the hit that was asked for, once', () => {
  const fuse = parseFailpoints('intent.after=kill@2').get('intent.after')
  expect([1, 2, 3].map(() => fuse?.blows('intent.after'))).toEqual([false, true, false])
})

test('every name can be armed by chance', () => {
  const fuse = parseFailpoints('*=kill:1').get('*')
  expect(fuse?.blows('freeze.before')).toBe(true)
})

test('what cannot be read stops the process with a sentence', () => {
  expect(() => parseFailpoints('intent.after=explode')).toThrow('intent.after=explode')
})
