import type { ChangedParty, NewParty, PaymentTerms, RemoteParty } from '@fieldledger/accounting'
import { present } from '../present.ts'
import { emailsOf, toEmails } from './contact-persons.ts'
import type { Contact, ContactPerson } from './wire-contact.ts'

/** The postal address is the one that Xero prints on purchase orders. */
const postal = 'POBOX'

export function fromContact(contact: Contact): RemoteParty {
  const at = contact.Addresses?.find(({ AddressType }) => AddressType === postal) ?? {}
  const lines = [at.AddressLine1, at.AddressLine2, at.AddressLine3, at.AddressLine4].filter(Boolean)
  return {
    reference: { id: contact.ContactID, name: contact.Name },
    name: contact.Name,
    active: (contact.ContactStatus ?? 'ACTIVE') === 'ACTIVE',
    ...present({
      email: emailsOf(contact),
      phone: phoneOf(contact),
      accountNumber: contact.AccountNumber || undefined,
      address: lines.join('\n') || undefined,
      city: at.City || undefined,
      region: at.Region || undefined,
      postalCode: at.PostalCode || undefined,
      country: at.Country || undefined,
      currency: contact.DefaultCurrency || undefined,
      paymentTerms: termsOf(contact),
    }),
  }
}

const counts: Readonly<Record<string, PaymentTerms['count']>> = {
  DAYSAFTERBILLDATE: 'days-after-date',
  DAYSAFTERBILLMONTH: 'days-after-month',
  OFCURRENTMONTH: 'day-of-month',
  OFFOLLOWINGMONTH: 'day-of-next-month',
}

/** Terms are counted by whoever makes the bill: the service takes none without its due date. */
function termsOf({ PaymentTerms }: Contact): PaymentTerms | undefined {
  const { Day: days, Type = '' } = PaymentTerms?.Bills ?? {}
  const count = counts[Type]
  return count === undefined || days === undefined || days < 0 ? undefined : { count, days }
}

function phoneOf({ Phones = [] }: Contact): string | undefined {
  const phone = Phones.find(({ PhoneType, PhoneNumber }) => PhoneType === 'DEFAULT' && PhoneNumber)
  const parts = [phone?.PhoneCountryCode, phone?.PhoneAreaCode, phone?.PhoneNumber]
  return parts.filter(Boolean).join(' ') || undefined
}

export function toContact(vendor: NewParty) {
  const { phone, accountNumber } = vendor
  const { first, persons } = toEmails(vendor, [])
  const address = Object.fromEntries(Object.entries(toAddress(vendor)).filter(([, text]) => text !== ''))
  return {
    Name: vendor.name.trim(),
    ...present({
      EmailAddress: first || undefined,
      ContactPersons: persons.length > 0 ? persons : undefined,
      AccountNumber: accountNumber || undefined,
      Phones: phone ? [{ PhoneType: 'DEFAULT', PhoneNumber: phone }] : undefined,
      Addresses: Object.keys(address).length > 0 ? [{ AddressType: postal, ...address }] : undefined,
    }),
  }
}

/** What is not named stays; what we know no more is cleared by an empty text. A list is sent whole. */
export function toChangedContact(
  { party, active }: Pick<ChangedParty, 'party' | 'active'>,
  before: readonly ContactPerson[],
) {
  const { first, persons } = toEmails(party, before)
  const phone = { PhoneType: 'DEFAULT', PhoneNumber: party.phone ?? '' }
  return {
    Name: party.name.trim(),
    EmailAddress: first,
    ContactPersons: persons,
    AccountNumber: party.accountNumber ?? '',
    Phones: [{ ...phone, PhoneAreaCode: '', PhoneCountryCode: '' }],
    Addresses: [{ AddressType: postal, ...toAddress(party) }],
    ContactStatus: active ? 'ACTIVE' : 'ARCHIVED',
  }
}

/** Four lines at most: the rest stands on the last one. */
function toAddress({ address = '', city, region, postalCode, country }: NewParty) {
  const [AddressLine1 = '', AddressLine2 = '', AddressLine3 = '', ...rest] = address.split('\n')
  return {
    ...{ AddressLine1, AddressLine2, AddressLine3, AddressLine4: rest.join(', ') },
    City: city ?? '',
    Region: region ?? '',
    PostalCode: postalCode ?? '',
    Country: country ?? '',
  }
}
