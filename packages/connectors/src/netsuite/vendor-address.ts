import type { NewParty, RemoteParty } from '@fieldledger/accounting'
import { present } from '../present.ts'
import { countryCode } from './country-code.ts'
import type { Vendor } from './wire-vendor.ts'

type Address = Pick<RemoteParty, 'address' | 'city' | 'region' | 'postalCode' | 'country'>
type Entry = NonNullable<NonNullable<Vendor['addressBook']>['items']>[number]

const parts = ['address', 'city', 'region', 'postalCode', 'country'] as const

/** Bills come from there: the one that is marked for billing, else the first. */
function billing({ addressBook }: Pick<Vendor, 'addressBook'>): Entry | undefined {
  const entries = addressBook?.items ?? []
  return entries.find(({ defaultBilling }) => defaultBilling === true) ?? entries[0]
}

export function addressOf(vendor: Pick<Vendor, 'addressBook'>): Address {
  const { addr1, addr2, city, state, zip, country } = billing(vendor)?.addressBookAddress ?? {}
  return present({
    address: [addr1, addr2].filter(Boolean).join('\n') || undefined,
    city: city || undefined,
    region: state || undefined,
    postalCode: zip || undefined,
    country: country?.id || undefined,
  })
}

/**
 * The whole address book with ours in it, to replace what is there: its entries have no key that is published. undefined
 * = ours stands there already.
 */
export function toAddressBook(
  party: NewParty,
  before: Pick<Vendor, 'addressBook'>,
): { items: object[] } | undefined {
  const there = addressOf(before)
  const { country: called, ...rest } = party
  const wanted: Address = { ...rest, ...present({ country: countryCode(called) }) }
  if (parts.every((part) => (wanted[part] || undefined) === there[part])) return undefined
  const old = billing(before)
  const others = (before.addressBook?.items ?? []).filter((entry) => entry !== old)
  const marks = old === undefined ? { defaultBilling: true, defaultShipping: true } : withoutLinks(old)
  const isEmpty = parts.every((part) => !wanted[part])
  const entry = { ...marks, addressBookAddress: toAddress(wanted, old) }
  return { items: [...(isEmpty ? [] : [entry]), ...others.map(withoutLinks)] }
}

/** What else stands in the entry, whoever it is addressed to for one, stays. Two lines: the rest stands on the second. */
function toAddress(
  { address = '', city, region, postalCode, country }: Address,
  old: Entry | undefined,
): object {
  const [addr1 = '', ...rest] = address.split('\n')
  const {
    addr1: _1,
    addr2: _2,
    city: _3,
    state: _4,
    zip: _5,
    country: _6,
    ...kept
  } = old?.addressBookAddress ?? {}
  return {
    ...bare(kept),
    ...present({
      addr1: addr1 || undefined,
      addr2: rest.join(', ') || undefined,
      city: city || undefined,
      state: region || undefined,
      zip: postalCode || undefined,
      country: country ? { id: country } : undefined,
    }),
  }
}

function withoutLinks({ addressBookAddress, ...entry }: Entry): object {
  return { ...bare(entry), addressBookAddress: bare(addressBookAddress ?? {}) }
}

/** Links are the service's own, and are not sent back. */
function bare(object: object): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== 'links'))
}
