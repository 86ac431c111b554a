import { DuplicateName, type Operation, type OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted, readRequest, writeRequest } from '../requests.ts'
import { fromVendor, toChangedVendor, toVendor } from '../translate-vendor.ts'
import { OneVendor, queryAnswers, type Vendor } from '../wire.ts'
import { pageOf, pageRequest } from './list-page.ts'
import { orNone } from './or-none.ts'

export const listVendors: OperationPlan<'vendor.list'> = function* ({ cursor, matching }) {
  const has = ['DisplayName', matching] as const
  const request = pageRequest({ step: 'page', entity: 'Vendor', cursor, has })
  const { Vendor = [] } = (yield* exchange(request, queryAnswers.Vendor)).QueryResponse
  return pageOf({ sent: Vendor.length, rows: Vendor.map(fromVendor), cursor })
}

export const findVendors: OperationPlan<'vendor.find'> = function* ({ name }) {
  const byName = `select * from Vendor where DisplayName = ${quoted(name.trim())} and Active in (true, false)`
  const answer = yield* exchange(queryRequest('find', byName), queryAnswers.Vendor)
  return (answer.QueryResponse.Vendor ?? []).map(fromVendor)
}

export const createVendor: OperationPlan<'vendor.create'> = function* (vendor, { requestKey }) {
  const request = writeRequest('create', { path: 'vendor', body: toVendor(vendor), requestKey })
  try {
    return fromVendor((yield* exchange(request, OneVendor)).Vendor)
  } catch (error) {
    throw nameTaken(error, vendor.name)
  }
}

/** By its id, not by a query: those are said to give old revisions (QuickBooks-V3-DotNET-SDK#366). */
export const getVendor: OperationPlan<'vendor.get'> = function* ({ reference }) {
  const found = yield* orNone(vendorById(reference.id))
  return found === null ? null : fromVendor(found)
}

/** The service refuses a change of any but the present version, which is read first where nobody has read it. */
export const updateVendor: OperationPlan<'vendor.update'> = function* (
  { reference, party, active, ifRevision },
  context,
) {
  const body = {
    Id: reference.id,
    SyncToken: ifRevision ?? (yield* vendorById(reference.id)).SyncToken,
    sparse: true,
    ...toChangedVendor({ party, active }),
  }
  const { requestKey } = context
  try {
    const request = writeRequest('update', { path: 'vendor', body, requestKey })
    return fromVendor((yield* exchange(request, OneVendor)).Vendor)
  } catch (error) {
    throw nameTaken(error, party.name)
  }
}

function* vendorById(id: string): Operation<Vendor> {
  return (yield* exchange(readRequest('get', `vendor/${id}`), OneVendor)).Vendor
}

function nameTaken(error: unknown, name: string): unknown {
  if (!(error instanceof DuplicateName)) return error
  return new DuplicateName(
    `QuickBooks already has a vendor, customer or employee named “${name}”. Link that vendor, or choose another name.`,
    { ...error.detail, field: 'DisplayName', params: { record: 'vendor', name } },
  )
}
