import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Change } from '../books/record.ts'
import { idOf, type RecordType, traitsOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { settleEmployee } from './employee-rules.ts'
import { settleItemReceipt } from './item-receipt-rules.ts'
import { settleItem } from './item-rules.ts'
import { settleNamed } from './named-rules.ts'
import { settlePurchaseOrder } from './purchase-order-rules.ts'
import { readFields } from './read-fields.ts'
import { readSublist } from './sublists.ts'
import { settleVendorBill } from './vendor-bill-rules.ts'
import { settleVendorPayment } from './vendor-payment-rules.ts'
import { settleVendor } from './vendor-rules.ts'

export interface Write {
  company: Company
  type: RecordType
  input: JsonObject
  before?: JsonObject
  /** Sublists whose lines are replaced as a whole. */
  replaced: readonly string[]
  refusesUnknownNames: boolean
  at: string
}

/** Judges one write by the ledger's rules: the change that it amounts to, or a refusal. */
export function judgeWrite(write: Write): Change {
  const { company, type, before, at } = write
  const { family } = traitsOf(type)
  const { sent, sublists } = readInput(write)
  checkExternalId(write, sent)
  const record = withoutNulls({ isInactive: false, ...before, ...sent, ...sublists })
  const draft: Draft = { company, type, sent, before, record, at }
  const settled = withoutNulls({
    ...rulesOf(type)(draft),
    id: before ? idOf(before) : company.nextId(family),
    dateCreated: textOf(before?.dateCreated) ?? at,
    lastModifiedDate: at,
  })
  const changed = before ? changedFields(before, settled) : []
  return { type, operation: before ? 'update' : 'create', record: settled, changed }
}

function rulesOf(type: RecordType): (draft: Draft) => JsonObject {
  const { family } = traitsOf(type)
  if (type === 'employee') return settleEmployee
  if (family === 'entity') return settleVendor
  if (family === 'item') return settleItem
  if (type === 'purchaseOrder') return settlePurchaseOrder
  if (type === 'vendorBill') return settleVendorBill
  if (type === 'vendorPayment') return settleVendorPayment
  return type === 'itemReceipt' ? settleItemReceipt : settleNamed
}

function readInput(write: Write): { sent: JsonObject; sublists: JsonObject } {
  const { company, type, input, before, replaced } = write
  const traits = traitsOf(type)
  const reading = { company, refusesUnknownNames: write.refusesUnknownNames }
  const sent = readFields(reading, { fields: traits.fields, input, path: '' })
  const sublists: JsonObject = {}
  for (const [name, fields] of Object.entries(traits.sublists)) {
    if (input[name] === null) throw refuse.body()
    const isReplaced = replaced.includes(name)
    const lines = readSublist(reading, { name, fields, input, before, isReplaced })
    if (lines.length > 0 || before?.[name] !== undefined) sublists[name] = lines
  }
  return { sent, sublists }
}

/** An external id names one record of its family. */
function checkExternalId({ company, type, before }: Write, { externalId }: JsonObject): void {
  if (typeof externalId !== 'string') return
  if (!/^[\w-]+$/.test(externalId)) throw refuse.externalId(externalId)
  const other = company.find(traitsOf(type).family, `eid:${externalId}`)
  if (other && (!before || idOf(other.record) !== idOf(before))) throw refuse.takenExternalId()
}

function withoutNulls(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      if (value === null) return []
      const lines = Array.isArray(value)
        ? value.map((each) => (isObject(each) ? withoutNulls(each) : each))
        : value
      return [[name, lines] as const]
    }),
  )
}

function changedFields(before: JsonObject, after: JsonObject): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'lastModifiedDate' && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  )
}
