import { Decimal } from 'decimal.js'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type Json, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { idOf } from '../record-types/record-types.ts'

export const sublists = ['item', 'expense'] as const
export type Sublist = (typeof sublists)[number]

/** A line of a receipt or bill that belongs to one of an order. */
export interface OrderLink {
  sublist: Sublist
  /** Its place among the lines of its sublist. */
  n: number
  order: string
  line: number
  /** A quantity of an item, an amount of an expense. */
  taken: Decimal
}

export function linksOf(record: JsonObject): OrderLink[] {
  return sublists.flatMap((sublist) =>
    listOf(record[sublist]).flatMap((line, n) => {
      const order = orderNamed(line.orderDoc)
      const number = Number(line.orderLine)
      if (order === undefined || !Number.isInteger(number)) return []
      const taken = decimalOf(sublist === 'item' ? line.quantity : line.amount) ?? new Decimal(0)
      return [{ sublist, n, order, line: number, taken }]
    }),
  )
}

/** A reference on item lines; a text on the expense lines of a bill, a number on those of a receipt. */
export function orderNamed(value: Json | undefined): string | undefined {
  if (isObject(value)) return idOf(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function ordersNamedBy(record: JsonObject | undefined): string[] {
  return record ? [...new Set(linksOf(record).map(({ order }) => order))] : []
}

export function takenBy(
  records: readonly JsonObject[],
  { order, sublist, line }: { order: string; sublist: Sublist; line: number },
): Decimal {
  return records
    .flatMap(linksOf)
    .filter((link) => link.order === order && link.sublist === sublist && link.line === line)
    .reduce((sum, { taken }) => sum.plus(taken), new Decimal(0))
}
