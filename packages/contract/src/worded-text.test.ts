import { expect, test } from 'vitest'
import { AccountInput, CustomerInput, MaterialInput, VendorInput } from './catalogue-requests.ts'
import { unfitText } from './worded-text.ts'

const unfit = (name: keyof typeof VendorInput.properties, text: string) =>
  unfitText(VendorInput.properties[name], text)

test('S2-06 one address, several parted by commas or semicolons, and none are e-mail addresses', () => {
  for (const text of ['', 'a@b.example', ' a@b.example, c.d+e@f.g.example ; ', 'ü@bücher.example'])
    expect(unfit('email', text)).toBeUndefined()
})

test('S2-03 what is no e-mail address says what would be one', () => {
  for (const text of ['not-a-mail', 'a@b', 'a@b.example c@d.example', 'a@b.example, nobody', ', a@b.example'])
    expect(unfit('email', text)).toBe('must be an e-mail address, or several parted by commas')
  expect(unfitText(CustomerInput.properties.email, 'nobody')).toContain('e-mail')
})

test('an endless address is read in no time', () => {
  const start = performance.now()
  unfit('email', `${'a@b.c,'.repeat(49)}!`)
  unfit('email', `a@${'b.'.repeat(148)}`)
  expect(performance.now() - start).toBeLessThan(100)
})

test('a length says how much there is and how much may be; letters beyond the first plane count once', () => {
  expect(unfit('phone', '1'.repeat(51))).toBe('has 51 of at most 50 characters')
  expect(unfit('phone', '😀'.repeat(50))).toBeUndefined()
})

test('currencies, prices and roles say what they may be', () => {
  expect(unfit('currency', 'usd')).toBe('must be three capital letters, as USD')
  expect(unfitText(MaterialInput.properties.price, '1.1234567')).toBe(
    'must be a number with at most 6 decimals',
  )
  expect(AccountInput.properties.role).toMatchObject({
    'x-rule': expect.stringContaining('expense, cost-of'),
  })
})
