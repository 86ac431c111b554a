import { Decimal } from 'decimal.js'
import { decimalOf, sumOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Entity } from '../json.ts'

/** An order as these bills leave it: linked with those that name it, closed once all of it is billed. */
export function orderAfterBills(order: Entity, bills: readonly JsonObject[]): JsonObject {
  const { LinkedTxn: _before, ...rest } = order
  const own = bills.filter((bill) => linksTo(bill, order).length > 0)
  const isDone = order.ManuallyClosed === true || isBilled(order, own)
  return {
    ...rest,
    ...(own.length > 0 && { LinkedTxn: own.map(({ Id = '' }) => ({ TxnId: Id, TxnType: 'Bill' })) }),
    POStatus: isDone ? 'Closed' : 'Open',
  }
}

/** A link that names no line takes the whole order; else what the bills' lines say of each line is summed. */
function isBilled(order: Entity, bills: readonly JsonObject[]): boolean {
  const isWhole = bills.some((bill) =>
    linksTo(bill, order).every(({ TxnLineId }) => textOf(TxnLineId) === undefined),
  )
  if (isWhole) return true
  const billing = bills.flatMap((bill) => listOf(bill.Line))
  return (
    bills.length > 0 &&
    listOf(order.Line).every((line) => {
      const own = billing.filter(({ LinkedTxn }) =>
        listOf(LinkedTxn).some(
          (link) => link.TxnId === order.Id && textOf(link.TxnLineId) === textOf(line.Id),
        ),
      )
      return sumOf(own.map(measure)).abs().gte(measure(line).abs())
    })
  )
}

/** A quantity of an item, an amount of anything else. */
function measure(line: JsonObject): Decimal {
  const item = line.ItemBasedExpenseLineDetail
  const quantity = isObject(item) ? decimalOf(item.Qty) : undefined
  return quantity ?? decimalOf(line.Amount) ?? new Decimal(0)
}

function linksTo(bill: JsonObject, order: Entity): JsonObject[] {
  return [bill, ...listOf(bill.Line)]
    .flatMap(({ LinkedTxn }) => listOf(LinkedTxn))
    .filter(({ TxnId }) => TxnId === order.Id)
}
