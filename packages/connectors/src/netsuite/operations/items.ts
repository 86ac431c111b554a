import { type NewItem, type OperationPlan, WrongAccount } from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { rowsOf, written } from '../read-answer.ts'
import { containing, createRequest, quoted } from '../requests.ts'
import { fromItem, itemRecords, toItem } from '../translate-catalogue.ts'
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
  const q = `SELECT ${columns} FROM item WHERE id = ${id}`
  const [made] = (yield* rowsOf('read-back', { q, row: ItemRow })).rows
  if (made === undefined) throw unreadable('read-back: no item')
  return fromItem(made)
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
