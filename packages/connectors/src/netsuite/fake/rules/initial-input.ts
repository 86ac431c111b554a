import { Decimal } from 'decimal.js'
import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { isOpenOrder } from './check-links.ts'
import { type Sublist, sublists } from './order-links.ts'
import { expenseProgress, itemProgress, type LineProgress } from './order-status.ts'

interface Transformation {
  company: Company
  order: JsonObject
  type: 'itemReceipt' | 'vendorBill'
  /** What the caller sent: its fields and lines count, lines by the `orderLine` that they name. */
  input: JsonObject
  /** Sublists of which only the lines that were sent are taken. */
  replaced: readonly string[]
}

const headNames = {
  itemReceipt: ['memo', 'class', 'department', 'location'],
  vendorBill: [
    'entity',
    'subsidiary',
    'currency',
    'exchangeRate',
    'terms',
    'memo',
    'class',
    'department',
    'location',
  ],
}

/** What an order hands over to its receipt or bill: everything that is open, changed by what was sent. */
export function initialInput(transformation: Transformation): JsonObject {
  const { order, type, input } = transformation
  const open = {
    item: listOf(order.item).flatMap((line) => openItem(transformation, line)),
    expense: listOf(order.expense).flatMap((line) => openExpense(transformation, line)),
  }
  if (!isOpenOrder(order) || open.item.length + open.expense.length === 0)
    throw refuse.reference({ type, id: idOf(order) })
  const made: JsonObject = {
    ...picked(order, headNames[type]),
    ...input,
    ...(type === 'itemReceipt' && { createdFrom: { id: idOf(order) } }),
  }
  for (const sublist of sublists) {
    const items = mergedLines(transformation, { sublist, open: open[sublist] })
    if (items.length > 0) made[sublist] = { items }
    else delete made[sublist]
  }
  return made
}

function mergedLines(
  { input, replaced }: Transformation,
  { sublist, open }: { sublist: Sublist; open: JsonObject[] },
): JsonObject[] {
  const sent = isObject(input[sublist]) ? listOf(input[sublist].items) : []
  const isOf = (line: JsonObject) => (each: JsonObject) =>
    each.orderLine !== undefined && String(each.orderLine) === String(line.orderLine)
  const handedOver = open.flatMap((line) => {
    const own = sent.find(isOf(line))
    return own || !replaced.includes(sublist) ? [{ ...line, ...own }] : []
  })
  return [...handedOver, ...sent.filter((each) => !open.some(isOf(each)))]
}

const lineNames = ['class', 'department', 'location']

function openItem({ company, order, type }: Transformation, line: JsonObject): JsonObject[] {
  const progress = itemProgress(company, line)
  if (type === 'itemReceipt' && !progress.isReceivable) return []
  const left = leftOver(progress, { company, type })
  if (line.isClosed === true || !left.greaterThan(0)) return []
  const link = { orderDoc: { id: idOf(order) }, orderLine: line.line ?? null, quantity: left.toNumber() }
  const names = type === 'itemReceipt' ? [] : ['rate', 'customer', 'isBillable', 'taxCode']
  return [{ ...picked(line, ['item', 'description', 'units', ...lineNames, ...names]), ...link }]
}

function openExpense({ company, order, type }: Transformation, line: JsonObject): JsonObject[] {
  const left = leftOver(expenseProgress(line), { company, type })
  if (line.isClosed === true || !left.greaterThan(0)) return []
  const link = { orderLine: String(line.line) }
  if (type === 'itemReceipt')
    return [{ ...picked(line, ['account', 'memo']), ...link, orderDoc: Number(order.id), markReceived: true }]
  const names = ['account', 'category', 'memo', 'customer', 'isBillable', 'taxCode', ...lineNames]
  return [{ ...picked(line, names), ...link, orderDoc: idOf(order), amount: left.toNumber() }]
}

function leftOver(
  { ordered, received, billed }: LineProgress,
  { company, type }: Pick<Transformation, 'company' | 'type'>,
): Decimal {
  if (type === 'itemReceipt') return ordered.minus(received)
  const billable = company.settings.billInAdvance ? Decimal.max(ordered, received) : received
  return billable.minus(billed)
}

function picked(record: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  )
}
