import { expect, test } from 'vitest'
import { keyOfTurn } from './one-at-a-time.ts'

test('the same value and the same word are one key, whichever form they stand in; nothing is none', () => {
  expect(keyOfTurn({ field: 'f_vendor' }, { f_vendor: ['v1'] })).toBe(
    keyOfTurn({ field: 'f_other' }, { f_other: ['v1'] }),
  )
  expect(keyOfTurn({ field: 'f_vendor' }, { f_vendor: ['v1'] })).not.toBe(
    keyOfTurn({ field: 'f_vendor' }, { f_vendor: ['v2'] }),
  )
  expect(keyOfTurn({ word: ' Ledger ' }, {})).toBe(keyOfTurn({ word: 'ledger' }, { f_vendor: ['v1'] }))
  expect(keyOfTurn({ word: 'x' }, {})).not.toBe(keyOfTurn({ field: 'f' }, { f: 'x' }))
  for (const values of [{}, { f_vendor: [] }, { f_vendor: '' }])
    expect(keyOfTurn({ field: 'f_vendor' }, values)).toBeUndefined()
})
