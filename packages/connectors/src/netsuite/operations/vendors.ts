import { DuplicateName, type Operation, type OperationPlan, type RemoteParty } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { rowsOf, written } from '../read-answer.ts'
import { createRequest, quoted, updateRequest } from '../requests.ts'
import { fromVendor, toChangedVendor, toVendor } from '../translate-catalogue.ts'
import { VendorRow } from '../wire.ts'
import { pageOf } from './list-page.ts'
import { ownSubsidiary, readSubsidiaries } from './subsidiary.ts'

const columns = 'id, entityid, companyname, email, phone, accountnumber, isinactive'

/** Inactive ones too, as a link must know that its record became inactive. */
export const listVendors: OperationPlan<'vendor.list'> = function* ({ cursor }) {
  const { rows, ...more } = yield* pageOf({ columns, table: 'vendor', row: VendorRow, cursor })
  return { rows: rows.map(fromVendor), ...more }
}

export const findVendors: OperationPlan<'vendor.find'> = function* ({ name }) {
  const text = quoted(name.trim())
  const q = `SELECT ${columns} FROM vendor WHERE companyname = ${text} OR entityid = ${text} ORDER BY id`
  return (yield* rowsOf('find', { q, row: VendorRow })).rows.map(fromVendor)
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
  const body = toChangedVendor({ party, active })
  try {
    yield* written(updateRequest('update', { path: `vendor/${reference.id}`, body }))
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

function* byId(step: string, id: string): Operation<VendorRow | undefined> {
  const q = `SELECT ${columns} FROM vendor WHERE id = ${id}`
  return (yield* rowsOf(step, { q, row: VendorRow })).rows[0]
}

function nameTaken(error: unknown, name: string): unknown {
  if (!(error instanceof DuplicateName)) return error
  return new DuplicateName(
    `NetSuite already uses the name “${name}”. Link the vendor that is there, or choose another name.`,
    { ...error.detail, field: 'entityId', params: { record: 'vendor', name } },
  )
}
