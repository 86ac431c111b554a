import { DuplicateName, type OperationPlan } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { rowsOf, written } from '../read-answer.ts'
import { createRequest, quoted } from '../requests.ts'
import { fromVendor, toVendor } from '../translate-catalogue.ts'
import { VendorRow } from '../wire.ts'
import { pageOf } from './list-page.ts'
import { rootSubsidiary } from './subsidiary.ts'

const columns = 'id, entityid, companyname, email, phone, isinactive'

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

export const createVendor: OperationPlan<'vendor.create'> = function* (vendor, context) {
  const subsidiary = yield* rootSubsidiary()
  const body = toVendor(vendor, subsidiary?.id)
  try {
    const id = yield* written(createRequest('create', { record: 'vendor', body, context }))
    const q = `SELECT ${columns} FROM vendor WHERE id = ${id}`
    const [made] = (yield* rowsOf('read-back', { q, row: VendorRow })).rows
    if (made === undefined) throw unreadable('read-back: no vendor')
    return fromVendor(made)
  } catch (error) {
    if (!(error instanceof DuplicateName)) throw error
    const { name } = vendor
    throw new DuplicateName(
      `NetSuite already uses the name “${name}”. Link the vendor that is there, or choose another name.`,
      { ...error.detail, field: 'entityId', params: { record: 'vendor', name } },
    )
  }
}
