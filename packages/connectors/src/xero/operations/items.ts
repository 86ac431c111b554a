import { type NewItem, type OperationPlan, TooLong, WrongAccount } from '@fieldledger/accounting'
import { capabilities } from '../capabilities.ts'
import { unreadable } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { createRequest, pricedRequest, quoted } from '../requests.ts'
import { fromItem, toItem } from '../translate-catalogue.ts'
import { Items } from '../wire.ts'

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
