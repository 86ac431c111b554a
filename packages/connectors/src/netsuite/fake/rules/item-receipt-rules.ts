import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { checkLinks } from './check-links.ts'
import { settleNumber } from './document-number.ts'
import type { Draft } from './draft.ts'
import { settleDay } from './transaction-head.ts'

/** A receipt is always of one order: vendor, subsidiary and the items of its lines are the order's. */
export function settleItemReceipt(draft: Draft): JsonObject {
  const { record } = draft
  const order = orderOf(draft)
  const items = listOf(record.item)
    .filter(({ itemReceive }) => itemReceive !== false)
    .map((line) => settleReceivedItem(order, line))
  const expenses = listOf(record.expense)
    .filter(({ markReceived }) => markReceived !== false)
    .map((line) => settleReceivedExpense(order, line))
  if (items.length + expenses.length === 0) throw refuse.noLines()
  const { item: _item, expense: _expense, ...own } = record
  const settled: JsonObject = {
    ...own,
    ...settleDay(draft, { counter: 'ITEMRCPT' }),
    tranId: settleNumber(draft, { prefix: 'IR' }),
    entity: order.entity ?? null,
    subsidiary: order.subsidiary ?? null,
    currency: order.currency ?? null,
    exchangeRate: order.exchangeRate ?? 1,
    orderId: Number(order.id),
    orderType: 'PurchOrd',
    ...(items.length > 0 && { item: items }),
    ...(expenses.length > 0 && { expense: expenses }),
  }
  checkLinks(draft, settled)
  return settled
}

function orderOf({ company, record, before }: Draft): JsonObject {
  const { createdFrom } = record
  if (!isObject(createdFrom)) throw refuse.missing(['Created From'])
  const id = idOf(createdFrom)
  const order = company.findRecord('purchaseOrder', id)
  const isMoved = isObject(before?.createdFrom) && idOf(before.createdFrom) !== id
  if (order && !isMoved) return order
  throw refuse.value({ value: id, field: 'createdFrom', path: 'createdFrom' })
}

function settleReceivedItem(order: JsonObject, line: JsonObject): JsonObject {
  const ordered = orderedLine(order, { sublist: 'item', line })
  const quantity = decimalOf(line.quantity)
  if (!quantity?.greaterThan(0)) throw refuse.missing(['Quantity'])
  return {
    ...line,
    item: line.item ?? ordered.item ?? null,
    rate: ordered.rate ?? 0,
    itemReceive: true,
    quantity: quantity.toNumber(),
    quantityRemaining: Number(ordered.quantity) - Number(ordered.quantityReceived),
    orderDoc: { id: idOf(order) },
    orderLine: Number(line.orderLine),
  }
}

function settleReceivedExpense(order: JsonObject, line: JsonObject): JsonObject {
  const ordered = orderedLine(order, { sublist: 'expense', line })
  return {
    ...line,
    account: ordered.account ?? null,
    amount: ordered.amount ?? 0,
    markReceived: true,
    orderDoc: Number(order.id),
    orderLine: String(line.orderLine),
  }
}

function orderedLine(
  order: JsonObject,
  { sublist, line }: { sublist: 'item' | 'expense'; line: JsonObject },
): JsonObject {
  if (line.orderLine === undefined) throw refuse.missing(['Order Line'])
  const found = listOf(order[sublist]).find((each) => String(each.line) === String(line.orderLine))
  if (found) return found
  throw refuse.value({ value: String(line.orderLine), field: 'orderLine', path: `${sublist}.orderLine` })
}
