import type { NewParty } from '@fieldledger/accounting'
import type { Vendor } from '../records/catalogue-record.ts'

/** What both sides know of a supplier (S2-05). */
export const vendorFields = [
  'name',
  'address',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
  'accountNumber',
  'email',
] as const

export type VendorFields = { [Field in (typeof vendorFields)[number]]?: string }

export function fieldsOf(vendor: Partial<Vendor>): VendorFields {
  return Object.fromEntries(
    vendorFields.flatMap((field) => {
      const value = vendor[field]
      return value === undefined || value === '' ? [] : [[field, value]]
    }),
  )
}

export function partyOf(vendor: Vendor): NewParty {
  return { ...fieldsOf(vendor), name: vendor.name }
}

/** One contact for each address that stands in the e-mail field (S2-06). */
export function contactsOf(email: string | undefined): { email: string }[] {
  const addresses = (email ?? '').split(/[,;]/).map((address) => address.trim())
  return [...new Set(addresses)].filter((address) => address !== '').map((address) => ({ email: address }))
}
