import { expect, test } from 'vitest'
import { hostOf } from './host-of.ts'
import { shownAddress } from './shown-address.ts'
import { shownBody } from './shown-body.ts'

test.each([
  ['https://api.example.com/a?sig=abc&se=2026', 'https://api.example.com/a?sig=(hidden)&se=2026'],
  [
    'https://api.example.com/a?x-amz-signature=abc#token=b',
    'https://api.example.com/a?x-amz-signature=(hidden)#token=(hidden)',
  ],
  [
    'https://api.example.com?api_key=a=b&pwd=c&password=&memo=d',
    'https://api.example.com?api_key=(hidden)&pwd=(hidden)&password=(hidden)&memo=d',
  ],
  [
    'https://api.example.com/?access%5Ftoken=a;k%65y=b',
    'https://api.example.com/?access%5Ftoken=(hidden);k%65y=(hidden)',
  ],
  ['https://ann:pass@api.example.com/a', 'https://(hidden)@api.example.com/a'],
  ['ann:pass@api.example.com/a', '(hidden)@api.example.com/a'],
  [
    'https://api.example.com/design?signal=3&passenger=Ann',
    'https://api.example.com/design?signal=3&passenger=Ann',
  ],
  ['https://api.example.com/~ann@home/a', 'https://api.example.com/~ann@home/a'],
])('an address is shown without its secrets: %s', (typed, shown) => {
  expect(shownAddress(typed)).toBe(shown)
})

test('where a step called is named by its host alone, also while the address is none', () => {
  expect(hostOf('https://ann:pass@api.example.com/a?sig=b')).toBe('api.example.com')
  expect(hostOf('ann pass:word@api.example.com?sig=b')).toBe('(hidden)@api.example.com?sig=(hidden)')
})

test('a body in JSON is shown without its secrets, however deep', () => {
  expect(shownBody('{"a":[{"api_key":"x","n":1}],"memo":"m"}')).toBe(
    '{"a":[{"api_key":"(hidden)","n":1}],"memo":"m"}',
  )
  expect(shownBody('plain: text')).toBe('plain: text')
})
