import { DocumentRejected, DuplicateName, type OperationPlan } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { createRequest, quoted, readRequest, updateRequest } from '../requests.ts'
import { fromContact, toChangedContact, toContact } from '../translate-contact.ts'
import { Contacts } from '../wire.ts'

/** Xero's OpenAPI document `pageSize`: at most 1000; pages begin at 1. */
const rowsPerPage = 1000

/** Every contact may be a vendor; archived ones too, as a link must know that its record became inactive. */
export const listVendors: OperationPlan<'vendor.list'> = function* ({ cursor }, context) {
  const page = pageOf(cursor)
  const query = { page: String(page), pageSize: String(rowsPerPage), includeArchived: 'true', order: 'Name' }
  const answer = yield* exchange(readRequest('page', { path: 'Contacts', query, context }), Contacts)
  const rows = answer.Contacts.map(fromContact)
  const all = answer.pagination?.itemCount
  const left = all === undefined ? undefined : Math.max(0, all - page * rowsPerPage)
  if (rows.length < rowsPerPage || left === 0) return { rows }
  return { rows, next: String(page + 1), ...(left === undefined ? {} : { left }) }
}

export const findVendors: OperationPlan<'vendor.find'> = function* ({ name }, context) {
  const query = { where: `Name==${quoted(name.trim())}`, includeArchived: 'true' }
  const answer = yield* exchange(readRequest('find', { path: 'Contacts', query, context }), Contacts)
  return answer.Contacts.map(fromContact)
}

export const getVendor: OperationPlan<'vendor.get'> = function* ({ reference }, context) {
  const query = { IDs: reference.id, includeArchived: 'true' }
  const answer = yield* exchange(readRequest('get', { path: 'Contacts', query, context }), Contacts)
  const [found] = answer.Contacts
  return found === undefined ? null : fromContact(found)
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
  const path = `Contacts/${reference.id}`
  const body = { Contacts: [{ ContactID: reference.id, ...toChangedContact({ party, active }) }] }
  try {
    const answer = yield* exchange(updateRequest('update', { path, body, context }), Contacts)
    const [changed] = answer.Contacts
    if (changed === undefined) throw unreadable('update: no contact')
    return fromContact(changed)
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
