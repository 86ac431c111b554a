import { type LookupAddress, lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './destination.ts'
import { DestinationRefused } from './egress-errors.ts'

/**
 * Looks a host up at connect time and hands over the very addresses that were checked, so that a name cannot
 * point elsewhere a moment later. One address that is not public refuses the whole host.
 */
export function checkedLookup(resolver: typeof resolve = resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '')
      const [first] = addresses
      const bad = addresses.find(({ address }) => !isPublicAddress(address))
      if (first === undefined || bad !== undefined)
        return callback(new DestinationRefused(hostname, 'it does not lead to a public address'), '')
      if (options.all) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
}
