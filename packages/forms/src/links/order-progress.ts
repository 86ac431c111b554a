import { Decimal } from 'decimal.js'
import type { FormType } from '../form/form-type.ts'
import type { DocumentStatus } from '../submission/document-status.ts'
import { rowAmount } from '../submission/totals.ts'
import type { MaterialRow, SubmissionValues } from '../submission/values.ts'
import { nextTypesOf } from './next-types.ts'

/** A form that was made from an order, as far as it counts. */
export interface LinkedForm {
  type: FormType
  status: DocumentStatus
  values: SubmissionValues
}

/** Quantities of one line of an order; a remaining one below zero came over. */
export interface LineProgress {
  rowId: string
  description: string
  unit?: string
  ordered: string
  received: string
  billed: string
  /** undefined = nothing is received for this type of order. */
  toReceive?: string
  toBill: string
}

const counted: readonly DocumentStatus[] = ['pending', 'in-revision', 'approved', 'closed']

/**
 * Ordered, received, billed and remaining per line, counted anew from the linked forms each time: there is no counter
 * that could lose a receipt. A line of a linked form counts for the line of the order whose id it carries on.
 */
export function orderProgress(
  order: { type: FormType; values: SubmissionValues },
  linked: readonly LinkedForm[],
): LineProgress[] {
  const counting = linked.filter(({ status }) => counted.includes(status))
  const received = quantitiesBy(counting.filter(({ type }) => type === 'receipt'))
  const billed = quantitiesBy(counting.filter(({ type }) => type === 'bill'))
  // Its lines went to orders of their own: nothing is received or billed here, whatever becomes of those.
  const isSplit = linked.some(({ type }) => nextTypesOf(type).length > 0)
  const receives = nextTypesOf(order.type).includes('receipt')
  return linesOf(order.values).map((row) => {
    const ordered = new Decimal(row.quantity)
    const [in_, asked] = [received.get(row.id) ?? zero, billed.get(row.id) ?? zero]
    const stays = isSplit ? zero : ordered
    return {
      rowId: row.id,
      description: row.description,
      ...(row.unit === undefined ? {} : { unit: row.unit }),
      ordered: ordered.toFixed(),
      received: in_.toFixed(),
      billed: asked.toFixed(),
      ...(receives ? { toReceive: stays.minus(in_).toFixed() } : {}),
      toBill: stays.minus(asked).toFixed(),
    }
  })
}

/** An order is done when every line was billed, or more. */
export function isFullyBilled(progress: readonly LineProgress[]): boolean {
  return progress.length > 0 && progress.every(({ toBill }) => new Decimal(toBill).lessThanOrEqualTo(0))
}

/** The order's lines with what remains of them; those that are complete are left out. */
export function remainingLines(
  order: { type: FormType; values: SubmissionValues },
  next: { type: FormType; linked: readonly LinkedForm[] },
): MaterialRow[] {
  const progress = new Map(orderProgress(order, next.linked).map((line) => [line.rowId, line]))
  return linesOf(order.values).flatMap(({ amount, ...row }) => {
    const line = progress.get(row.id)
    const quantity = (next.type === 'receipt' ? line?.toReceive : line?.toBill) ?? row.quantity
    if (!new Decimal(quantity).greaterThan(0)) return []
    const remaining = amount && rowAmount({ ...row, quantity }, amount.currency)
    return [{ ...row, quantity, ...(remaining === undefined ? {} : { amount: remaining }) }]
  })
}

/** The lines of all material tables. */
export function linesOf(values: SubmissionValues): MaterialRow[] {
  return Object.values(values).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]).filter(isLine) : [],
  )
}

const zero = new Decimal(0)

function quantitiesBy(forms: readonly LinkedForm[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>()
  for (const { id, quantity } of forms.flatMap(({ values }) => linesOf(values)))
    sums.set(id, (sums.get(id) ?? zero).plus(quantity))
  return sums
}

function isLine(entry: unknown): entry is MaterialRow {
  return typeof entry === 'object' && entry !== null && 'quantity' in entry
}
