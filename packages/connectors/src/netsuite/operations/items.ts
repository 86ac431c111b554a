import {
  DocumentRejected,
  DocumentRemoved,
  type NewItem,
  type Operation,
  type OperationPlan,
  type RemoteReference,
  WrongAccount,
} from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { rowsOf, written } from '../read-answer.ts'
import { containing, createRequest, quoted, updateRequest } from '../requests.ts'
import { fromItem, itemRecords, recordOfItem, toItem, toItemChanges } from '../translate-catalogue.ts'
import { ItemRow } from '../wire.ts'
import { pageOf } from './list-page.ts'
import { ownSubsidiary, readSubsidiaries } from './subsidiary.ts'

const columns =
  'id, itemid, displayname, upccode, itemtype, subtype, purchasedescription, cost, expenseaccount, isinactive'

/** The types that a purchase can be made of; discounts, subtotals and groups are items there too. */
const purchased = "itemtype IN ('InvtPart', 'Assembly', 'NonInvtPart', 'Service', 'OthCharge')"

export const listItems: OperationPlan<'item.list'> = function* ({ cursor, matching }) {
  const only = matching === undefined ? '' : ` AND ${containing(['displayname', 'itemid'], matching)}`
  const list = { columns, table: 'item', where: `${purchased}${only}`, row: ItemRow, cursor }
  const { rows, ...more } = yield* pageOf(list)
  return { rows: rows.map(fromItem), ...more }
}

export const findItems: OperationPlan<'item.find'> = function* ({ name }) {
  const text = quoted(name.trim())
  const q = `SELECT ${columns} FROM item WHERE ${purchased} AND (displayname = ${text} OR itemid = ${text}) ORDER BY id`
  return (yield* rowsOf('find', { q, row: ItemRow })).rows.map(fromItem)
}

export const createItem: OperationPlan<'item.create'> = function* (item, context) {
  refuseWithoutAccounts(item)
  const subsidiary = ownSubsidiary(yield* readSubsidiaries(), context)
  const body = toItem(item, subsidiary?.id)
  const record = itemRecords[item.kind]
  const id = yield* written(createRequest('create', { record, body, context }))
  const made = yield* byId('read-back', id)
  if (made === undefined) throw unreadable('read-back: no item')
  return fromItem(made)
}

export const getItem: OperationPlan<'item.get'> = function* ({ reference }) {
  const found = yield* byId('get', reference.id)
  return found === undefined ? null : fromItem(found)
}

export const updateItem: OperationPlan<'item.update'> = function* ({ reference, changes }) {
  const before = yield* byId('before', reference.id)
  if (before === undefined) throw removed(reference)
  const record = recordOfItem(before)
  if (record === undefined)
    throw new DocumentRejected(
      `“${reference.name ?? reference.id}” is a kind of item that is changed in NetSuite alone: change it there.`,
    )
  const path = `${record}/${encodeURIComponent(reference.id)}`
  yield* written(updateRequest('update', { path, body: toItemChanges(changes) }))
  const after = yield* byId('read-back', reference.id)
  if (after === undefined) throw unreadable('read-back: no item')
  return fromItem(after)
}

function* byId(step: string, id: string): Operation<ItemRow | undefined> {
  const q = `SELECT ${columns} FROM item WHERE id = ${/^\d+$/.test(id) ? id : quoted(id)}`
  return (yield* rowsOf(step, { q, row: ItemRow })).rows[0]
}

function removed({ id, name = id }: RemoteReference): DocumentRemoved {
  return new DocumentRemoved(
    `Item “${name}” was deleted in NetSuite. Link another item that is there, or make it anew.`,
    { params: { name } },
  )
}

function refuseWithoutAccounts(item: NewItem): void {
  const needed: [string, unknown][] = [['expense', item.expenseAccount]]
  if (item.kind === 'inventory') needed.push(['inventory asset', item.assetAccount])
  const missing = needed.filter(([, account]) => account === undefined).map(([name]) => name)
  if (missing.length === 0) return
  throw new WrongAccount(
    `The new item “${item.name}” needs an account for: ${missing.join(', ')}. Choose it under Create unlinked items in the sync step.`,
    { params: { record: 'item', name: item.name, missing: missing.join(', ') } },
  )
}
