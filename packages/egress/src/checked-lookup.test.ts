import type { LookupAddress, lookup } from 'node:dns'
import { expect, test } from 'vitest'
import { checkedLookup } from './checked-lookup.ts'
import { isPublicAddress } from './destination.ts'

const resolverGiving = (...addresses: LookupAddress[]) =>
  ((_host: string, _options: unknown, done: (error: null, found: LookupAddress[]) => void) =>
    done(null, addresses)) as unknown as typeof lookup

const look = (resolver: typeof lookup, all: boolean) =>
  new Promise((resolve) => {
    checkedLookup(resolver)('books.example', { all }, (error, found) => resolve(error ?? found))
  })

const good = { address: '93.184.216.34', family: 4 }

test('a name that leads to public addresses only is connected to at the checked address', async () => {
  expect(await look(resolverGiving(good), true)).toEqual([good])
  expect(await look(resolverGiving(good), false)).toBe(good.address)
})

test.each(['10.0.0.8', '127.0.0.1', '::1', 'fe80::1', '::ffff:192.168.1.1', '64:ff9b::7f00:1', '0.0.0.0'])(
  'one address %s among good ones refuses the whole name',
  async (address) => {
    const family = address.includes(':') ? 6 : 4
    const found = await look(resolverGiving(good, { address, family }), true)
    expect(found).toMatchObject({ code: 'destination-refused' })
    expect(isPublicAddress(address)).toBe(false)
  },
)

test('a name that leads nowhere is refused', async () => {
  expect(await look(resolverGiving(), true)).toMatchObject({ code: 'destination-refused' })
})
