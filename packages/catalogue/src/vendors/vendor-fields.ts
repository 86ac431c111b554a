import type { NewParty } from '@fieldledger/accounting'
import { type SupplierField, supplierFields } from '@fieldledger/workflow'
import type { Vendor } from '../records/catalogue-record.ts'

export const vendorFields = supplierFields

export type VendorFields = { [Field in SupplierField]?: string }

export function fieldsOf(vendor: Partial<Vendor>): VendorFields {
  return Object.fromEntries(
    vendorFields.flatMap((field) => {
      const value = vendor[field]
      return value === undefined || value === '' ? [] : [[field, value]]
    }),
  )
}

export function sameFields(one: VendorFields, other: VendorFields): boolean {
  return vendorFields.every((field) => one[field] === other[field])
}

export function partyOf(fields: VendorFields & { name: string }): NewParty {
  return fields
}

/** One contact for each address that stands in the e-mail field (S2-06). */
export function contactsOf(email: string | undefined): { email: string }[] {
  const addresses = (email ?? '').split(/[,;]/).map((address) => address.trim())
  return [...new Set(addresses)].filter((address) => address !== '').map((address) => ({ email: address }))
}
