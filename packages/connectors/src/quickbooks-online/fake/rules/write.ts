import { type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change, Commit } from '../books/record.ts'
import { type EntityKind, entityKinds } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import type { Entity } from '../json.ts'
import { checkAgainstSchema } from '../schema.ts'
import { settleAttachable } from './attachable-rules.ts'
import { consequencesOfDeletingPayment, settleBillPayment } from './bill-payment-rules.ts'
import { consequencesOfDeletingBill, settleBill } from './bill-rules.ts'
import { checkBooksOpen } from './closing-date.ts'
import { checkDates } from './dates.ts'
import type { Draft, Settled } from './draft.ts'
import { settleItem } from './item-rules.ts'
import { checkLengths } from './length-limits.ts'
import { settleAccount, settleList, settleTerm } from './list-rules.ts'
import { nextVersion } from './next-version.ts'
import { settlePerson } from './person-rules.ts'
import { hasPurchaseOrders } from './plan.ts'
import { nextDocNumber, refuseDeleteOfLinked, settlePurchaseOrder } from './purchase-order-rules.ts'
import { resolveReferences } from './references.ts'

const rulesOf: Partial<Record<EntityKind, (draft: Draft) => Settled>> = {
  Vendor: settlePerson,
  Customer: settlePerson,
  Item: settleItem,
  Account: settleAccount,
  Class: settleList,
  Department: settleList,
  Term: settleTerm,
  PurchaseOrder: settlePurchaseOrder,
  Bill: settleBill,
  BillPayment: settleBillPayment,
  Attachable: settleAttachable,
}

const consequencesOfDeleting: Partial<
  Record<EntityKind, (entity: Entity, place: { realm: Realm; at: string }) => Change[]>
> = {
  Bill: consequencesOfDeletingBill,
  BillPayment: consequencesOfDeletingPayment,
}

export interface Write {
  realm: Realm
  kind: EntityKind
  operation: string
  body: JsonObject
  at: string
  by: Commit['by']
  requestId?: string | undefined
  allowDuplicateDocNumber?: boolean
}

/** Judges a write by the ledger's rules; gives the commit that it amounts to, or throws the refusal. */
export function judgeWrite(write: Write): Commit {
  const { realm, at, by, requestId } = write
  if (realm.settings.subscriptionEnded) throw refuse.subscriptionEnded()
  if (write.kind === 'PurchaseOrder' && !hasPurchaseOrders(realm)) throw refuse.notInPlan('Purchase orders')
  if (!entityKinds[write.kind].writable) throw refuse.unsupported(`${write.operation} ${write.kind}`)
  const changes = write.operation === 'delete' ? judgeDelete(write) : judgeSave(write)
  return { type: 'commit', realm: realm.id, at, by, ...(requestId !== undefined && { requestId }), changes }
}

function judgeSave(write: Write): Change[] {
  const { realm, kind, at, operation } = write
  if (operation !== 'create' && operation !== 'update') throw refuse.unsupported(`${operation} ${kind}`)
  checkAgainstSchema(kind, write.body)
  const before = write.body.Id === undefined ? undefined : presentVersion(write)
  if (operation === 'update' && !before) throw refuse.missing('Id')
  const input = writableInput(write)
  checkLengths(kind, input)
  checkDates(input)
  const resolved = resolveReferences(input, { realm, kind })
  const settle = rulesOf[kind]
  if (!settle) throw refuse.unsupported(`${operation} ${kind}`)
  checkBooksOpen(kind, { realm, days: [resolved.TxnDate, before?.TxnDate] })
  const { body, consequences } = settle({
    realm,
    kind,
    input: resolved,
    body: mergedBody(write, { before, resolved }),
    ...(before && { before }),
    today: at.slice(0, 10),
    at,
    allowDuplicateDocNumber: write.allowDuplicateDocNumber ?? false,
  })
  const entity = nextVersion(before ?? realm.nextId(kind), { at, body })
  const change: Change = {
    kind,
    operation: before ? 'update' : 'create',
    entity,
    changed: before ? changedProperties(before, entity) : [],
  }
  return [change, ...(consequences?.(entity.Id) ?? [])]
}

function judgeDelete(write: Write): Change[] {
  const { realm, kind, at } = write
  if (!entityKinds[kind].isTransaction) throw refuse.unsupported(`delete ${kind}`)
  if (write.body.Id === undefined) throw refuse.missing('Id')
  const entity = presentVersion(write)
  checkBooksOpen(kind, { realm, days: [entity.TxnDate] })
  if (kind === 'PurchaseOrder') refuseDeleteOfLinked(entity)
  const consequences = consequencesOfDeleting[kind]?.(entity, { realm, at }) ?? []
  return [{ kind, operation: 'delete', entity, changed: [] }, ...consequences]
}

function presentVersion({ realm, kind, body }: Write): Entity {
  const before = realm.find(kind, textOf(body.Id) ?? '')
  if (!before) throw refuse.notFoundOrInactive()
  if (body.SyncToken === undefined) throw refuse.missing('SyncToken')
  if (textOf(body.SyncToken) !== before.SyncToken) throw refuse.stale()
  return before
}

const envelope = ['Id', 'SyncToken', 'MetaData', 'domain', 'sparse', 'status']

function writableInput({ kind, body }: Write): JsonObject {
  const ignored = new Set([...envelope, ...entityKinds[kind].readOnly])
  return Object.fromEntries(Object.entries(body).filter(([property]) => !ignored.has(property)))
}

/** A sparse update keeps what it leaves out; a full one clears it, save what belongs to the server. */
function mergedBody(write: Write, parts: { before: Entity | undefined; resolved: JsonObject }): JsonObject {
  const { realm, kind, body } = write
  const { before, resolved } = parts
  const merged = { ...keptBody(write, before), ...resolved }
  const isNumberless = !before && kind === 'PurchaseOrder' && !textOf(body.DocNumber)
  if (isNumberless) merged.DocNumber = nextDocNumber(realm.all(kind))
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
}

function keptBody({ kind, body }: Write, before: Entity | undefined): JsonObject {
  if (!before) return entityKinds[kind].isTransaction ? {} : { Active: true }
  const { sticky, readOnly } = entityKinds[kind]
  const isKept = (property: string) =>
    body.sparse === true || sticky.includes(property) || readOnly.includes(property)
  const entries = Object.entries(before).filter(
    ([property]) => isKept(property) && !envelope.includes(property),
  )
  return Object.fromEntries(entries)
}

function changedProperties(before: Entity, after: Entity): string[] {
  const own = (property: string) => !envelope.includes(property)
  const properties = new Set([...Object.keys(before), ...Object.keys(after)].filter(own))
  return [...properties].filter((property) => !same(before[property], after[property]))
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
