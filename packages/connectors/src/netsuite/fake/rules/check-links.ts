import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { linksOf } from './order-links.ts'

/** Every line of an order that is named is there, open, approved, of the same vendor and of the same item. */
export function checkLinks({ company, type, before }: Draft, record: JsonObject): void {
  const known = new Set(before ? linksOf(before).map(keyOf) : [])
  for (const link of linksOf(record)) {
    const path = `${link.sublist}.items[${link.n}]`
    const wrong = (field: string, value: string) => refuse.value({ value, field, path: `${path}.${field}` })
    const order = company.findRecord('purchaseOrder', link.order)
    if (!order || !isSame(order.entity, record.entity)) throw wrong('orderDoc', link.order)
    const ordered = listOf(order[link.sublist]).find(({ line }) => line === link.line)
    if (!ordered) throw wrong('orderLine', String(link.line))
    const own = listOf(record[link.sublist])[link.n] ?? {}
    if (link.sublist === 'item' && !isSame(ordered.item, own.item))
      throw wrong('item', isObject(own.item) ? idOf(own.item) : '')
    if (known.has(keyOf(link))) continue
    if (!isOpenOrder(order) || ordered.isClosed === true) throw refuse.reference({ type, id: link.order })
  }
}

/** Approved and not closed. */
export function isOpenOrder({ status }: JsonObject): boolean {
  return status !== 'A' && status !== 'C' && status !== 'H'
}

function keyOf({ order, sublist, line }: { order: string; sublist: string; line: number }): string {
  return `${order} ${sublist} ${line}`
}

function isSame(left: JsonObject[string] | undefined, right: JsonObject[string] | undefined): boolean {
  return isObject(left) && isObject(right) && idOf(left) === idOf(right)
}
