import type { ChangedParty, NewParty, RemoteParty } from '@fieldledger/accounting'
import { present } from '../present.ts'
import { cellText, isYes } from './row.ts'
import { addressOf, toAddressBook } from './vendor-address.ts'
import type { VendorRow } from './wire.ts'
import type { Vendor } from './wire-vendor.ts'

/** A row of the list of vendors, which shows no addresses. */
export function fromVendorRow(row: VendorRow): RemoteParty {
  const id = String(row.id)
  const name = cellText(row.companyname) ?? cellText(row.entityid) ?? id
  return {
    reference: { id, name },
    name,
    active: !isYes(row.isinactive),
    ...present({
      email: cellText(row.email),
      phone: cellText(row.phone),
      accountNumber: cellText(row.accountnumber),
    }),
  }
}

export function fromVendor(vendor: Vendor): RemoteParty {
  const { id, entityId, companyName, email, phone, accountNumber, isInactive } = vendor
  const name = companyName || entityId || id
  return {
    reference: { id, name },
    name,
    active: isInactive !== true,
    ...present({
      email: email || undefined,
      phone: phone || undefined,
      accountNumber: accountNumber || undefined,
    }),
    ...addressOf(vendor),
  }
}

/** A company's vendor. `entityId` is what must be unique; an account that numbers vendors by itself overrides it. */
export function toVendor(vendor: NewParty, subsidiary: string | undefined) {
  const name = vendor.name.trim()
  return {
    entityId: name,
    companyName: name,
    isPerson: false,
    ...present({
      email: firstOf(vendor.email) || undefined,
      phone: vendor.phone || undefined,
      accountNumber: vendor.accountNumber || undefined,
      subsidiary: subsidiary === undefined ? undefined : { id: subsidiary },
      addressBook: toAddressBook(vendor, { addressBook: { items: [] } }),
    }),
  }
}

/** PATCH leaves what it does not name; null clears. Addresses are named when ours has become another one. */
export function toChangedVendor({ party, active }: Pick<ChangedParty, 'party' | 'active'>, before: Vendor) {
  const name = party.name.trim()
  return {
    entityId: name,
    companyName: name,
    email: firstOf(party.email) || null,
    phone: party.phone || null,
    accountNumber: party.accountNumber || null,
    isInactive: !active,
    ...present({ addressBook: toAddressBook(party, before) }),
  }
}

/** A vendor has one e-mail address. */
function firstOf(email = ''): string {
  return email.split(',')[0]?.trim() ?? ''
}
