import { type NewParty, TooLong } from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { Contact, ContactPerson } from './wire-contact.ts'

/** Reference §2.3; five is what the service's own help and other connectors name. */
const mostPersons = 5

/** A contact has one address, and persons who are written to with it: those are its further addresses. */
export function emailsOf({ EmailAddress, ContactPersons = [] }: Contact): string | undefined {
  const further = ContactPersons.filter(isWrittenTo).map((person) => person.EmailAddress)
  const all = [EmailAddress, ...further].flatMap((address) => address?.trim() || [])
  return (
    all.filter((address, at) => all.findIndex((one) => isSame(one, address)) === at).join(', ') || undefined
  )
}

/**
 * The list of persons replaces the one that is there, so a bookkeeper's own persons are sent again: one with a name whose
 * address we know no more is not written to any more, and stays.
 */
export function toEmails(
  { name, email = '' }: Pick<NewParty, 'name' | 'email'>,
  before: readonly ContactPerson[],
): { first: string; persons: ContactPerson[] } {
  const [first = '', ...rest] = email.split(',').flatMap((address) => address.trim() || [])
  const further = rest.filter((address, at) => rest.findIndex((one) => isSame(one, address)) === at)
  const theirs = further.map((address) => before.find((person) => isOf(person, address)))
  const ours = further.map((EmailAddress, at) =>
    sentPerson(theirs[at] ?? { EmailAddress, IncludeInEmails: true }),
  )
  const others = before.filter((person) => !theirs.includes(person))
  const persons = [...ours, ...others.flatMap((person) => keptPerson(person, [first, ...further]))]
  if (persons.length <= mostPersons) return { first, persons }
  throw new TooLong(
    `Xero keeps at most ${mostPersons} persons of a contact beside its first e-mail address, and “${name.trim()}” would have ${persons.length}. Take away addresses here, or persons of the contact in Xero.`,
    {
      field: 'ContactPersons',
      params: { field: 'the e-mail addresses', limit: mostPersons, length: persons.length },
    },
  )
}

function keptPerson(person: ContactPerson, wanted: readonly string[]): ContactPerson[] {
  if (!isWrittenTo(person)) return [sentPerson(person)]
  if (!person.FirstName && !person.LastName) return []
  const isWanted = wanted.some((address) => isOf(person, address))
  return [sentPerson(isWanted ? person : { ...person, IncludeInEmails: false })]
}

function sentPerson({ FirstName, LastName, EmailAddress, IncludeInEmails }: ContactPerson): ContactPerson {
  return present({ FirstName, LastName, EmailAddress, IncludeInEmails })
}

function isOf(person: ContactPerson, address: string): boolean {
  return isWrittenTo(person) && isSame(person.EmailAddress ?? '', address)
}

function isWrittenTo({ EmailAddress, IncludeInEmails }: ContactPerson): boolean {
  return IncludeInEmails === true && (EmailAddress ?? '').trim() !== ''
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
