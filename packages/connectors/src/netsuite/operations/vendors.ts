import {
  DocumentRemoved,
  DuplicateName,
  type Operation,
  type OperationPlan,
  type RemoteParty,
} from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { exchange, rowsOf, written } from '../read-answer.ts'
import { containing, createRequest, quoted, readRequest, updateRequest } from '../requests.ts'
import { fromVendor, fromVendorRow, toChangedVendor, toVendor } from '../translate-vendor.ts'
import { VendorRow } from '../wire.ts'
import { Vendor } from '../wire-vendor.ts'
import { pageOf } from './list-page.ts'
import { ownSubsidiary, readSubsidiaries } from './subsidiary.ts'

const columns = 'id, entityid, companyname, email, phone, accountnumber, isinactive'

/** Inactive ones too, as a link must know that its record became inactive. */
export const listVendors: OperationPlan<'vendor.list'> = function* ({ cursor, matching }) {
  const only = matching === undefined ? {} : { where: containing(['companyname', 'entityid'], matching) }
  const { rows, ...more } = yield* pageOf({ columns, table: 'vendor', row: VendorRow, cursor, ...only })
  return { rows: rows.map(fromVendorRow), ...more }
}

export const findVendors: OperationPlan<'vendor.find'> = function* ({ name }) {
  const text = quoted(name.trim())
  const q = `SELECT ${columns} FROM vendor WHERE companyname = ${text} OR entityid = ${text} ORDER BY id`
  return (yield* rowsOf('find', { q, row: VendorRow })).rows.map(fromVendorRow)
}

export const getVendor: OperationPlan<'vendor.get'> = function* ({ reference }) {
  const found = yield* byId('get', reference.id)
  return found === undefined ? null : fromVendor(found)
}

export const createVendor: OperationPlan<'vendor.create'> = function* (vendor, context) {
  const subsidiary = ownSubsidiary(yield* readSubsidiaries(), context)
  const body = toVendor(vendor, subsidiary?.id)
  try {
    const id = yield* written(createRequest('create', { record: 'vendor', body, context }))
    return yield* readBack(id)
  } catch (error) {
    throw nameTaken(error, vendor.name)
  }
}

export const updateVendor: OperationPlan<'vendor.update'> = function* ({ reference, party, active }) {
  const before = yield* byId('before', reference.id)
  if (before === undefined) throw removed(party.name)
  const body = toChangedVendor({ party, active }, before)
  const query = body.addressBook === undefined ? {} : { query: { replace: 'addressBook' } }
  try {
    yield* written(updateRequest('update', { path: `vendor/${reference.id}`, body, ...query }))
    return yield* readBack(reference.id)
  } catch (error) {
    throw nameTaken(error, party.name)
  }
}

function* readBack(id: string): Operation<RemoteParty> {
  const found = yield* byId('read-back', id)
  if (found === undefined) throw unreadable('read-back: no vendor')
  return fromVendor(found)
}

function* byId(step: string, id: string): Operation<Vendor | undefined> {
  try {
    return yield* exchange(readRequest(step, `vendor/${encodeURIComponent(id)}`), Vendor)
  } catch (error) {
    if (error instanceof DocumentRemoved) return undefined
    throw error
  }
}

function removed(name: string): DocumentRemoved {
  return new DocumentRemoved(
    `Vendor “${name}” was deleted in NetSuite. Link another vendor that is there, or make it anew.`,
    { params: { name } },
  )
}

function nameTaken(error: unknown, name: string): unknown {
  if (!(error instanceof DuplicateName)) return error
  return new DuplicateName(
    `NetSuite already uses the name “${name}”. Link the vendor that is there, or choose another name.`,
    { ...error.detail, field: 'entityId', params: { record: 'vendor', name } },
  )
}
