import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { settleExpenseLine, settleItemLine } from './order-lines.ts'

export function settlePurchaseOrder(draft: Draft): JsonObject {
  const { company, record, before, at } = draft
  const vendor = vendorOf(draft)
  const date = textOf(record.tranDate) ?? at.slice(0, 10)
  checkPeriod(draft, date)
  const items = listOf(record.item).map((line, n) => settleItemLine(company, { line, n }))
  const expenses = listOf(record.expense).map((line, n) => settleExpenseLine(company, { line, n }))
  const lines = [...items, ...expenses]
  if (lines.length === 0) throw refuse.noLines()
  const total = toCents(sumOf(lines.flatMap(({ amount }) => decimalOf(amount) ?? []))).toNumber()
  const approval = textOf(record.approvalStatus) ?? '2'
  return {
    ...record,
    tranId: settleNumber(draft),
    transactionNumber: textOf(before?.transactionNumber) ?? `PURCHORD${company.nextId('transaction')}`,
    tranDate: date,
    subsidiary: settleSubsidiary(record, vendor),
    currency: record.currency ?? vendor.currency ?? { id: '1' },
    exchangeRate: record.exchangeRate ?? 1,
    approvalStatus: approval,
    ...(items.length > 0 && { item: items }),
    ...(expenses.length > 0 && { expense: expenses }),
    subtotal: total,
    taxTotal: 0,
    total,
    ...statusOf(lines, approval),
    createdDate: textOf(before?.createdDate) ?? at,
  }
}

function vendorOf({ company, record }: Draft): JsonObject {
  if (!isObject(record.entity)) throw refuse.missing(['Vendor'])
  const found = company.find('entity', idOf(record.entity))
  if (found?.type === 'vendor') return found.record
  throw refuse.value({ value: idOf(record.entity), field: 'entity', path: 'entity' })
}

/** The vendor brings its own; another one is not allowed. */
function settleSubsidiary(record: JsonObject, vendor: JsonObject): JsonObject {
  const own = isObject(vendor.subsidiary) ? vendor.subsidiary : { id: '1' }
  const sent = isObject(record.subsidiary) ? record.subsidiary : own
  if (idOf(sent) === idOf(own)) return own
  throw refuse.value({ value: idOf(sent), field: 'subsidiary', path: 'subsidiary' })
}

function checkPeriod({ company, before }: Draft, date: string): void {
  const closed = company.settings.closedThrough
  if (closed === null || (date > closed && (textOf(before?.tranDate) ?? date) > closed)) return
  throw refuse.rule('The transaction date you specified is not within an open accounting period.')
}

function settleNumber({ company, record, before }: Draft): string {
  const { allowNumberOverride } = company.settings
  const kept = textOf(before?.tranId)
  const wanted = allowNumberOverride ? textOf(record.tranId) : kept
  if (wanted === undefined || wanted === '') return kept ?? nextNumber(company)
  const isTaken = company
    .all('purchaseOrder')
    .some((other) => other.tranId === wanted && (!before || idOf(other) !== idOf(before)))
  if (isTaken) throw refuse.taken()
  return wanted
}

/** The ledger gives the next number when none was sent. */
function nextNumber(company: Company): string {
  const numbers = company
    .all('purchaseOrder')
    .flatMap((order) => /^PO(\d{1,9})$/.exec(textOf(order.tranId) ?? '')?.[1] ?? [])
  return `PO${Math.max(100, ...numbers.map(Number)) + 1}`
}

function statusOf(lines: JsonObject[], approval: string): JsonObject {
  const status = lines.every(({ isClosed }) => isClosed === true)
    ? 'H'
    : (({ 1: 'A', 3: 'C' } as Readonly<Record<string, string>>)[approval] ?? 'B')
  return { status, orderStatus: status }
}
