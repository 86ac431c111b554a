import type { ChangedParty, NewParty, RemoteParty } from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { Vendor } from './wire.ts'

export function fromVendor(vendor: Vendor): RemoteParty {
  const { BillAddr: at = {} } = vendor
  const lines = [at.Line1, at.Line2, at.Line3, at.Line4, at.Line5].filter(Boolean)
  return {
    reference: { id: vendor.Id, name: vendor.DisplayName, revision: vendor.SyncToken },
    name: vendor.DisplayName,
    active: vendor.Active !== false,
    ...present({
      email: vendor.PrimaryEmailAddr?.Address || undefined,
      phone: vendor.PrimaryPhone?.FreeFormNumber || undefined,
      accountNumber: vendor.AcctNum || undefined,
      address: lines.join('\n') || undefined,
      city: at.City || undefined,
      region: at.CountrySubDivisionCode || undefined,
      postalCode: at.PostalCode || undefined,
      country: at.Country || undefined,
      currency: vendor.CurrencyRef?.value,
    }),
  }
}

export function toVendor(vendor: NewParty): object {
  const { email, phone, accountNumber } = vendor
  const address = Object.fromEntries(Object.entries(toAddress(vendor)).filter(([, text]) => text !== ''))
  return {
    DisplayName: vendor.name.trim(),
    ...present({
      PrimaryEmailAddr: email ? { Address: email } : undefined,
      PrimaryPhone: phone ? { FreeFormNumber: phone } : undefined,
      AcctNum: accountNumber || undefined,
      BillAddr: Object.keys(address).length > 0 ? address : undefined,
    }),
  }
}

/** A sparse update leaves what it does not name; what we know no more is cleared by an empty text. */
export function toChangedVendor({ party, active }: Pick<ChangedParty, 'party' | 'active'>): object {
  return {
    DisplayName: party.name.trim(),
    PrimaryEmailAddr: { Address: party.email ?? '' },
    PrimaryPhone: { FreeFormNumber: party.phone ?? '' },
    AcctNum: party.accountNumber ?? '',
    BillAddr: toAddress(party),
    Active: active,
  }
}

/** Five lines at most: the rest stands on the last one. */
function toAddress({ address = '', city, region, postalCode, country }: NewParty) {
  const [Line1 = '', Line2 = '', Line3 = '', Line4 = '', ...rest] = address.split('\n')
  return {
    ...{ Line1, Line2, Line3, Line4, Line5: rest.join(', ') },
    City: city ?? '',
    CountrySubDivisionCode: region ?? '',
    PostalCode: postalCode ?? '',
    Country: country ?? '',
  }
}
