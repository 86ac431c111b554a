import {
  DocumentRejected,
  DuplicateName,
  type Operation,
  type OperationContext,
  type OperationPlan,
} from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { createRequest, quoted, readRequest, updateRequest } from '../requests.ts'
import { fromContact, toChangedContact, toContact } from '../translate-contact.ts'
import { type Contact, Contacts } from '../wire-contact.ts'

/** Xero's OpenAPI document `pageSize`: at most 1000; pages begin at 1. */
const rowsPerPage = 1000

/** Every contact may be a vendor; archived ones too, as a link must know that its record became inactive. */
export const listVendors: OperationPlan<'vendor.list'> = function* ({ cursor, matching }, context) {
  const page = pageOf(cursor)
  const query = {
    page: String(page),
    pageSize: String(rowsPerPage),
    includeArchived: 'true',
    order: 'Name',
    // Xero's OpenAPI document: searched in names, numbers and the e-mail address, letter case apart.
    ...(matching === undefined ? {} : { searchTerm: matching }),
  }
  const answer = yield* exchange(readRequest('page', { path: 'Contacts', query, context }), Contacts)
  const rows = answer.Contacts.map(fromContact)
  const all = answer.pagination?.itemCount
  const left = all === undefined ? undefined : Math.max(0, all - page * rowsPerPage)
  if (rows.length < rowsPerPage || left === 0) return { rows }
  return { rows, next: String(page + 1), ...(left === undefined ? {} : { left }) }
}

export const findVendors: OperationPlan<'vendor.find'> = function* ({ name }, context) {
  const query = { where: `Name==${quoted(name.trim())}`, includeArchived: 'true', page: '1' }
  const answer = yield* exchange(readRequest('find', { path: 'Contacts', query, context }), Contacts)
  return answer.Contacts.map(fromContact)
}

export const getVendor: OperationPlan<'vendor.get'> = function* ({ reference }, context) {
  const found = yield* readContact('get', { id: reference.id, context })
  return found === undefined ? null : fromContact(found)
}

/** Only a page of a list has the persons of a contact, and tells of one that was merged. */
function* readContact(
  step: string,
  { id, context }: { id: string; context: OperationContext },
): Operation<Contact | undefined> {
  const query = { IDs: id, includeArchived: 'true', page: '1' }
  const answer = yield* exchange(readRequest(step, { path: 'Contacts', query, context }), Contacts)
  return answer.Contacts[0]
}

export const createVendor: OperationPlan<'vendor.create'> = function* (vendor, context) {
  const body = { Contacts: [toContact(vendor)] }
  try {
    const answer = yield* exchange(createRequest('create', { path: 'Contacts', body, context }), Contacts)
    const [made] = answer.Contacts
    if (made === undefined) throw unreadable('create: no contact')
    return fromContact(made)
  } catch (error) {
    throw nameTaken(error, vendor.name)
  }
}

export const updateVendor: OperationPlan<'vendor.update'> = function* (
  { reference, party, active },
  context,
) {
  const { id } = reference
  const before = yield* readContact('read-persons', { id, context })
  const path = `Contacts/${id}`
  const changed = toChangedContact({ party, active }, before?.ContactPersons ?? [])
  const body = { Contacts: [{ ContactID: id, ...changed }] }
  try {
    const answer = yield* exchange(updateRequest('update', { path, body, context }), Contacts)
    const [after] = answer.Contacts
    if (after === undefined) throw unreadable('update: no contact')
    return fromContact(after)
  } catch (error) {
    throw nameTaken(error, party.name)
  }
}

function nameTaken(error: unknown, name: string): unknown {
  if (!(error instanceof DuplicateName)) return error
  return new DuplicateName(
    `Xero already has a contact named “${name}”. Link that contact, or choose another name.`,
    { ...error.detail, field: 'Name', params: { record: 'vendor', name } },
  )
}

function pageOf(cursor: string | undefined): number {
  if (cursor === undefined) return 1
  if (!/^[1-9]\d{0,6}$/.test(cursor))
    throw new DocumentRejected('This list was cut short by a wrong page mark. Begin the import again.')
  return Number(cursor)
}
