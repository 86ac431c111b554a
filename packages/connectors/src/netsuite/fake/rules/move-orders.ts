import { Decimal } from 'decimal.js'
import { type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Change } from '../books/record.ts'
import { idOf, type RecordType } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { ordersNamedBy, type Sublist, sublists, takenBy } from './order-links.ts'
import { expenseProgress, itemProgress, type LineProgress, orderStatus } from './order-status.ts'

/** A receipt or a bill counts on the lines of its orders and moves their status: the changes that come with it. */
export function movedOrders(company: Company, change: Change): Change[] {
  const { type, record } = change
  if (type !== 'itemReceipt' && type !== 'vendorBill') return []
  const before = company.findRecord(type, idOf(record))
  const after = change.operation === 'delete' ? undefined : record
  const touched = new Set([...ordersNamedBy(before), ...ordersNamedBy(after)])
  return [...touched].flatMap((id) => {
    const order = company.findRecord('purchaseOrder', id)
    return order ? [moved({ company, change, order })] : []
  })
}

interface Move {
  company: Company
  change: Change
  order: JsonObject
}

function moved({ company, change, order }: Move): Change {
  const record: JsonObject = { ...order, lastModifiedDate: change.record.lastModifiedDate ?? null }
  for (const sublist of sublists)
    if (order[sublist] !== undefined)
      record[sublist] = listOf(order[sublist]).map((line) =>
        movedLine({ company, change, order, sublist, line }),
      )
  const status = orderStatus(company, record)
  const changed = ['item', 'expense', ...(status.status === order.status ? [] : ['status'])]
  return { type: 'purchaseOrder', operation: 'update', record: { ...record, ...status }, changed }
}

function movedLine({
  company,
  change,
  order,
  sublist,
  line,
}: Move & { sublist: Sublist; line: JsonObject }): JsonObject {
  const place = { order: idOf(order), sublist, line: Number(line.line) }
  const received = takenBy(documents(company, { type: 'itemReceipt', change }), place).toNumber()
  const billed = takenBy(documents(company, { type: 'vendorBill', change }), place).toNumber()
  const progress =
    sublist === 'item'
      ? { ...line, quantityReceived: received, quantityBilled: billed }
      : { ...line, amountReceived: received, amountBilled: billed }
  const read = (each: JsonObject) =>
    sublist === 'item' ? itemProgress(company, each) : expenseProgress(each)
  checkMeasure({ company, sublist, before: read(line), after: read(progress) })
  return progress
}

function documents(company: Company, { type, change }: { type: RecordType; change: Change }): JsonObject[] {
  const others = company
    .all(type)
    .filter((each) => change.type !== type || idOf(each) !== idOf(change.record))
  const isThere = change.type === type && change.operation !== 'delete'
  return isThere ? [...others, change.record] : others
}

interface Measure {
  company: Company
  sublist: Sublist
  before: LineProgress
  after: LineProgress
}

/**
 * What stands in the books already is not judged again: only what takes more than there was. The last bill of an
 * expense may be dearer than ordered.
 */
function checkMeasure({ company, sublist, before, after }: Measure): void {
  const { allowOverReceipt, allowOverBilling, billInAdvance } = company.settings
  const { ordered, received, billed } = after
  const word = sublist === 'item' ? 'quantity' : 'amount'
  const isMore = (now: Decimal, then: Decimal, limit: Decimal) =>
    now.greaterThan(then) && now.greaterThan(limit)
  if (!allowOverReceipt && isMore(received, before.received, ordered))
    throw refuse.rule(`You cannot receive more than the ${word} ordered.`)
  const billable = billInAdvance ? Decimal.max(ordered, received) : received
  const isOver = isMore(billed, before.billed, billable)
  const isRefused = sublist === 'item' ? isOver : isOver && !before.billed.lessThan(billable)
  if (!allowOverBilling && isRefused)
    throw refuse.rule(`You cannot bill more than the ${word} ${billInAdvance ? 'ordered' : 'received'}.`)
  const isUnbacked = received.lessThan(before.received) && received.lessThan(billed)
  if (!billInAdvance && isUnbacked)
    throw refuse.rule('This item receipt cannot be changed because what it received is billed.')
}
