import { decimalOf } from '../../../fake-service/decimal.ts'
import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'
import { settleNumber } from './document-number.ts'
import type { Draft } from './draft.ts'
import { checkItemsAvailable } from './item-subsidiary.ts'
import { totalsOf, withTax } from './line-tax.ts'
import { settleExpenseLine, settleItemLine } from './order-lines.ts'
import { orderStatus } from './order-status.ts'
import { settleHead } from './transaction-head.ts'

export function settlePurchaseOrder(draft: Draft): JsonObject {
  const { company, record, before } = draft
  const { vendor, fields } = settleHead(draft, { counter: 'PURCHORD' })
  const items = listOf(record.item).map(
    (line, n): JsonObject => ({
      isClosed: false,
      quantityReceived: 0,
      quantityBilled: 0,
      ...withTax(settleItemLine(company, { line, n }), { company, vendor }),
    }),
  )
  const expenses = listOf(record.expense).map(
    (line, n): JsonObject => ({
      isClosed: false,
      ...withTax(settleExpenseLine(company, { line, n }), { company, vendor }),
    }),
  )
  const lines = [...items, ...expenses]
  if (lines.length === 0) throw refuse.noLines()
  checkItemsAvailable(company, { items, subsidiary: fields.subsidiary })
  checkLinkedLines(before, { item: items, expense: expenses })
  const { net, tax, gross } = totalsOf(lines)
  const settled = {
    ...record,
    ...fields,
    tranId: settleNumber(draft, { prefix: 'PO' }),
    approvalStatus: textOf(record.approvalStatus) ?? '2',
    ...(items.length > 0 && { item: items }),
    ...(expenses.length > 0 && { expense: expenses }),
    subtotal: net,
    taxTotal: tax,
    total: gross,
  }
  return { ...settled, ...orderStatus(company, settled) }
}

/** What a receipt or a bill has taken from a line stays on that line. */
function checkLinkedLines(before: JsonObject | undefined, after: Record<string, JsonObject[]>): void {
  for (const [sublist, lines] of Object.entries(after))
    for (const old of listOf(before?.[sublist])) {
      const taken = [old.quantityReceived, old.quantityBilled, old.amountReceived, old.amountBilled].flatMap(
        (value) => decimalOf(value) ?? [],
      )
      if (taken.every((value) => value.isZero())) continue
      const now = lines.find(({ line }) => line === old.line)
      const isKept = now && hasSame(now, old, ['item', 'account', 'quantityReceived', 'amountBilled'])
      if (!isKept)
        throw refuse.rule('This line cannot be removed because other transactions are linked to it.')
      const size = decimalOf(now.quantity ?? now.amount)
      if (taken.some((value) => size?.lessThan(value)))
        throw refuse.rule('A line cannot be made smaller than what has been received or billed of it.')
    }
}

function hasSame(now: JsonObject, old: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => JSON.stringify(now[name]) === JSON.stringify(old[name]))
}
