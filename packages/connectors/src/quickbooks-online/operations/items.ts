import {
  DuplicateName,
  type NewItem,
  type Operation,
  type OperationPlan,
  WrongAccount,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted, readRequest, writeRequest } from '../requests.ts'
import { fromItem, isBuyable, toItem, toItemChanges } from '../translate-catalogue.ts'
import { type Item, OneItem, queryAnswers } from '../wire.ts'
import { pageOf, pageRequest } from './list-page.ts'
import { orNone } from './or-none.ts'

export const listItems: OperationPlan<'item.list'> = function* ({ cursor, matching }) {
  const request = pageRequest({ step: 'page', entity: 'Item', cursor, has: ['Name', matching] })
  const { Item = [] } = (yield* exchange(request, queryAnswers.Item)).QueryResponse
  return pageOf({ sent: Item.length, rows: Item.filter(isBuyable).map(fromItem), cursor })
}

export const findItems: OperationPlan<'item.find'> = function* ({ name }) {
  const byName = `select * from Item where Name = ${quoted(name.trim())} and Active in (true, false)`
  const answer = yield* exchange(queryRequest('find', byName), queryAnswers.Item)
  return (answer.QueryResponse.Item ?? []).filter(isBuyable).map(fromItem)
}

export const createItem: OperationPlan<'item.create'> = function* (item, { requestKey }) {
  refuseWithoutAccounts(item)
  const request = writeRequest('create', { path: 'item', body: toItem(item), requestKey })
  try {
    return fromItem((yield* exchange(request, OneItem)).Item)
  } catch (error) {
    throw nameTaken(error, item.name)
  }
}

/** By its id, as vendors are: queries are said to give old revisions. What cannot be bought is as good as not there. */
export const getItem: OperationPlan<'item.get'> = function* ({ reference }) {
  const found = yield* orNone(itemById(reference.id))
  return found === null || !isBuyable(found) ? null : fromItem(found)
}

/** The service refuses a change of any but the present version, which is read first where nobody has read it. */
export const updateItem: OperationPlan<'item.update'> = function* (
  { reference, changes, ifRevision },
  { requestKey },
) {
  const body = {
    Id: reference.id,
    SyncToken: ifRevision ?? (yield* itemById(reference.id)).SyncToken,
    sparse: true,
    ...toItemChanges(changes),
  }
  try {
    const request = writeRequest('update', { path: 'item', body, requestKey })
    return fromItem((yield* exchange(request, OneItem)).Item)
  } catch (error) {
    throw nameTaken(error, changes.name ?? reference.name ?? reference.id)
  }
}

function* itemById(id: string): Operation<Item> {
  return (yield* exchange(readRequest('get', `item/${id}`), OneItem)).Item
}

function nameTaken(error: unknown, name: string): unknown {
  if (!(error instanceof DuplicateName)) return error
  return new DuplicateName(
    `QuickBooks already has a product or service named “${name}”. Link that item, or choose another name.`,
    { ...error.detail, field: 'Name', params: { record: 'item', name } },
  )
}

/** Which accounts a kind of item needs: Finance.xsd `Item`, reference §1.3. */
function refuseWithoutAccounts(item: NewItem): void {
  const needed: [string, unknown][] = [['expense', item.expenseAccount]]
  if (item.kind === 'inventory')
    needed.push(['income', item.incomeAccount], ['inventory asset', item.assetAccount])
  const missing = needed.filter(([, account]) => account === undefined).map(([name]) => name)
  if (missing.length === 0) return
  throw new WrongAccount(
    `The new item “${item.name}” needs an account for: ${missing.join(', ')}. Choose it under Create unlinked items in the sync step.`,
    { params: { record: 'item', name: item.name, missing: missing.join(', ') } },
  )
}
