import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Change } from '../books/record.ts'
import { filterRecords } from '../query/filter-records.ts'
import { idOf, type RecordType, recordTypeByName, traitsOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { consequencesOf } from '../rules/consequences.ts'
import { initialInput } from '../rules/initial-input.ts'
import { checkRemovable } from '../rules/removal.ts'
import { judgeWrite } from '../rules/write.ts'
import type { Answer } from './answer.ts'
import {
  bodyOf,
  type Call,
  flagParameter,
  hasBody,
  listParameter,
  pageOf,
  parameter,
  windowOf,
} from './call.ts'
import { present, recordAddress } from './present.ts'

interface Target {
  type: RecordType
  /** The ledger's own, or `eid:` and an external one. */
  id: string
}

export function readRecord(call: Call, { type, id }: Target): Answer {
  const record = existing(call, { type, id })
  const isExpanded = flagParameter(call, 'expandSubResources')
  const hasSimpleChoices = flagParameter(call, 'simpleEnumFormat')
  const fields = listParameter(call, 'fields')
  return { status: 200, body: present(call, { type, record, isExpanded, hasSimpleChoices, fields }) }
}

/** Ids only; whoever wants more asks for each, or asks SuiteQL. */
export function listRecords(call: Call, type: RecordType): Answer {
  const window = windowOf(call)
  const rows = filterRecords({ company: call.company, type, filter: parameter(call, 'q') ?? '' })
  const show = (record: JsonObject): JsonObject => {
    const id = idOf(record)
    return { links: [{ rel: 'self', href: recordAddress(call, { type, id }) }], id }
  }
  const address = `${call.origin}/services/rest/record/v1/${type}`
  return { status: 200, body: pageOf(address, { rows, window, show }) }
}

export function createRecord(call: Call, type: RecordType): Answer {
  return write(call, { type, input: madeFromOrder(call, { type, input: bodyOf(call) }) })
}

/** `POST purchaseOrder/{id}/!transform/{type}`: what the body leaves out is the order's. */
export function transformRecord(call: Call, { from, to }: { from: Target; to: string }): Answer {
  const order = existing(call, from)
  const type = recordTypeByName(to)
  if (from.type !== 'purchaseOrder' || (type !== 'itemReceipt' && type !== 'vendorBill'))
    throw refuse.notImitated(`The transformation of ${from.type} into ${to}`)
  const input = hasBody(call) ? bodyOf(call) : {}
  const { company } = call
  return write(call, {
    type,
    input: initialInput({ company, order, type, input, replaced: listParameter(call, 'replace') }),
  })
}

/** A receipt that is made directly says by `createdFrom` of which order. */
function madeFromOrder(call: Call, { type, input }: { type: RecordType; input: JsonObject }): JsonObject {
  const named =
    type === 'itemReceipt' && isObject(input.createdFrom) ? textOf(input.createdFrom.id) : undefined
  const order = named === undefined ? undefined : call.company.findRecord('purchaseOrder', named)
  if (!order) return input
  return initialInput({
    company: call.company,
    order,
    type: 'itemReceipt',
    input,
    replaced: listParameter(call, 'replace'),
  })
}

export function changeRecord(call: Call, target: Target): Answer {
  const input = withCleared(call, { type: target.type, input: bodyOf(call) })
  return write(call, { type: target.type, input, before: existing(call, target) })
}

/** PUT goes by the external id alone: the record that has it is changed, or one is made. */
export function upsertRecord(call: Call, { type, id }: Target): Answer {
  if (!id.startsWith('eid:')) throw refuse.method('PUT')
  const externalId = id.slice(4)
  const found = call.company.find(traitsOf(type).family, id)
  if (found && found.type !== type) throw refuse.takenExternalId()
  const sent = { ...withCleared(call, { type, input: bodyOf(call) }), externalId }
  if (found) return write(call, { type, input: sent, before: found.record })
  return write(call, { type, input: madeFromOrder(call, { type, input: sent }) })
}

/** With `replaceSelectedFields=true` whatever `replace` names and the body leaves out is cleared, sublists too. */
function withCleared(call: Call, { type, input }: { type: RecordType; input: JsonObject }): JsonObject {
  if (!flagParameter(call, 'replaceSelectedFields')) return input
  const { sublists } = traitsOf(type)
  const cleared = listParameter(call, 'replace').map((name) => [
    name,
    name in sublists ? { items: [] } : null,
  ])
  return { ...Object.fromEntries(cleared), ...input }
}

export function removeRecord(call: Call, target: Target): Answer {
  const record = existing(call, target)
  checkRemovable(call.company, { type: target.type, record })
  commit(call, { type: target.type, operation: 'delete', record, changed: [] })
  return { status: 204 }
}

function existing({ company }: Call, { type, id }: Target): JsonObject {
  const record = company.findRecord(type, id)
  if (!record) throw refuse.unknownRecord()
  return record
}

function write(
  call: Call,
  { type, input, before }: { type: RecordType; input: JsonObject; before?: JsonObject },
): Answer {
  const { books, company, request } = call
  const change = judgeWrite({
    company,
    type,
    input,
    ...(before && { before }),
    replaced: listParameter(call, 'replace'),
    refusesUnknownNames: request.get('x-netsuite-propertynamevalidation')?.toLowerCase() === 'error',
    at: books.timestamp(),
  })
  commit(call, change)
  const location = recordAddress(call, { type, id: idOf(change.record) })
  return { status: 204, headers: { location } }
}

function commit({ books, company }: Call, change: Change): void {
  const also = consequencesOf(company, change)
  books.write({ type: 'commit', realm: company.id, at: books.timestamp(), by: 'api', change, also })
}
