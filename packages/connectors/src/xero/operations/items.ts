import {
  DocumentRemoved,
  type NewItem,
  type Operation,
  type OperationContext,
  type OperationPlan,
  TooLong,
  WrongAccount,
} from '@fieldledger/accounting'
import { capabilities } from '../capabilities.ts'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { createRequest, pricedRequest, quoted, updateRequest } from '../requests.ts'
import { fromItem, toItem, toItemChanges } from '../translate-catalogue.ts'
import { type Item, Items } from '../wire.ts'

/** The service gives all items at once: it has no pages for them. */
export const listItems: OperationPlan<'item.list'> = function* (_page, context) {
  const request = { ...pricedRequest('page', { path: 'Items', context }), wholeList: true as const }
  const answer = yield* exchange(request, Items)
  return { rows: answer.Items.map(fromItem) }
}

export const findItems: OperationPlan<'item.find'> = function* ({ name }, context) {
  const query = { where: `Name==${quoted(name.trim())}` }
  const answer = yield* exchange(pricedRequest('find', { path: 'Items', query, context }), Items)
  return answer.Items.map(fromItem)
}

export const createItem: OperationPlan<'item.create'> = function* (item, context) {
  refuseWithoutAccounts(item)
  const body = { Items: [toItem(item, codeOf(item))] }
  const answer = yield* exchange(createRequest('create', { path: 'Items', body, context }), Items)
  const [made] = answer.Items
  if (made === undefined) throw unreadable('create: no item')
  return fromItem(made)
}

export const getItem: OperationPlan<'item.get'> = function* ({ reference }, context) {
  const found = yield* byCode('get', { code: reference.id, context })
  return found === undefined ? null : fromItem(found)
}

/** Prices and accounts are one part of an item there, and are sent whole. */
export const updateItem: OperationPlan<'item.update'> = function* ({ reference, changes }, context) {
  const before = yield* byCode('before', { code: reference.id, context })
  if (before?.ItemID === undefined)
    throw new DocumentRemoved(
      `Item “${reference.id}” was deleted in Xero. Link another item that is there, or make it anew.`,
      { params: { name: reference.id } },
    )
  const body = { Items: [toItemChanges(changes, before)] }
  const path = `Items/${before.ItemID}`
  const [changed] = (yield* exchange(updateRequest('update', { path, body, context }), Items)).Items
  if (changed === undefined) throw unreadable('update: no item')
  return fromItem(changed)
}

function* byCode(
  step: string,
  { code, context }: { code: string; context: OperationContext },
): Operation<Item | undefined> {
  const query = { where: `Code==${quoted(code)}` }
  return (yield* exchange(pricedRequest(step, { path: 'Items', query, context }), Items)).Items[0]
}

/** Every item has a code, by which lines name it: the SKU, else the name when it is short enough. */
function codeOf({ sku, name }: NewItem): string {
  const code = (sku ?? '').trim() || name.trim()
  const limit = capabilities.items.skuLimit
  if (code.length <= limit) return code
  throw new TooLong(
    `Xero names an item by a code of at most ${limit} characters, and “${code.slice(0, 40)}…” has ${code.length}. Give the material a short SKU and send again.`,
    { field: 'Code', params: { record: 'item', name, limit, length: code.length } },
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
