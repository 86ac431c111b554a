import { Decimal } from 'decimal.js'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'

/** How much of one line of an order was ordered, received and billed: a quantity of an item, an amount of an expense. */
export interface LineProgress {
  ordered: Decimal
  received: Decimal
  billed: Decimal
  isClosed: boolean
  /** Services and charges cannot be received: they count as received from the start. */
  isReceivable: boolean
}

const zero = new Decimal(0)

export function itemProgress(company: Company, line: JsonObject): LineProgress {
  const type = isObject(line.item) ? company.find('item', idOf(line.item))?.type : undefined
  const isReceivable = type !== undefined && /^(nonI|i)nventory/.test(type)
  const ordered = decimalOf(line.quantity) ?? zero
  return {
    ordered,
    received: isReceivable ? (decimalOf(line.quantityReceived) ?? zero) : ordered,
    billed: decimalOf(line.quantityBilled) ?? zero,
    isClosed: line.isClosed === true,
    isReceivable,
  }
}

export function expenseProgress(line: JsonObject): LineProgress {
  return {
    ordered: decimalOf(line.amount) ?? zero,
    received: decimalOf(line.amountReceived) ?? zero,
    billed: decimalOf(line.amountBilled) ?? zero,
    isClosed: line.isClosed === true,
    isReceivable: true,
  }
}

/** As with Advanced Receiving: receipts move the order first, bills afterwards. */
export function orderStatus(company: Company, order: JsonObject): JsonObject {
  const lines = [
    ...listOf(order.item).map((line) => itemProgress(company, line)),
    ...listOf(order.expense).map(expenseProgress),
  ]
  const status = letterOf(lines, textOf(order.approvalStatus))
  return { status, orderStatus: status }
}

function letterOf(lines: readonly LineProgress[], approval: string | undefined): string {
  const open = lines.filter(({ isClosed }) => !isClosed)
  if (open.length === 0) return 'H'
  if (approval === '1') return 'A'
  if (approval === '3') return 'C'
  const isBillPending = open.some(({ received, billed }) => billed.lessThan(received))
  const isReceiptPending = open.some(({ received, ordered }) => received.lessThan(ordered))
  if (!isReceiptPending) return isBillPending ? 'F' : 'G'
  const isBegun = open.some(({ isReceivable, received }) => isReceivable && received.greaterThan(0))
  if (!isBegun) return 'B'
  return isBillPending ? 'E' : 'D'
}
