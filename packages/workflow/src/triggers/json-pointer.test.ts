import { expect, test } from 'vitest'
import { isPointer, textAt, valueAt } from './json-pointer.ts'

const message = { order: { number: 'PO-1', lines: [{ quantity: 2.5 }], 'a/b': { '~x': true } } }

test('a pointer finds texts, numbers, yes/no and what escaped names hold', () => {
  expect(textAt(message, '/order/number')).toBe('PO-1')
  expect(textAt(message, '/order/lines/0/quantity')).toBe('2.5')
  expect(textAt(message, '/order/a~1b/~0x')).toBe('true')
  expect(valueAt(message, '')).toBe(message)
})

test('a pointer finds nothing beside the message: no prototype, no length of a list, no letter of a text', () => {
  for (const pointer of [
    '/__proto__/toString',
    '/constructor/name',
    '/order/lines/push',
    '/order/number/0',
    '/order/lines/1',
    '/nothing',
  ])
    expect(valueAt(message, pointer)).toBeUndefined()
  expect(textAt(message, '/order/lines')).toBeUndefined()
})

test('what is no pointer is known by its form', () => {
  expect(['', '/a', '/a~0b', '/a~1b/'].every(isPointer)).toBe(true)
  expect(['a', 'a/b', '/a~', '/a~2'].some(isPointer)).toBe(false)
})
