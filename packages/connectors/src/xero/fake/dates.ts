import type { Json } from '../../fake-service/json.ts'
import { textOf } from '../../fake-service/json.ts'

/** Dates that travel as `/Date(…)/`, each with a twin in plain text. */
export const dayProperties = [
  'Date',
  'DueDate',
  'DeliveryDate',
  'ExpectedArrivalDate',
  'PlannedPaymentDate',
  'ExpectedPaymentDate',
  'FullyPaidOnDate',
] as const

/** `2026-11-27`, with or without a time behind it, or `/Date(1552262400000+0000)/`; undefined when it is no day. */
export function dayOf(value: Json | undefined): string | undefined {
  const text = textOf(value) ?? ''
  const wire = /^\/Date\((-?\d{1,15})([+-]\d{4})?\)\/$/.exec(text)
  if (wire) return new Date(Number(wire[1])).toISOString().slice(0, 10)
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return undefined
  const day = text.slice(0, 10)
  const instant = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day) ? day : undefined
}

export function wireDate(at: string): string {
  return `/Date(${Date.parse(at)}+0000)/`
}

/** `2019-03-14T00:15:35`: UTC without saying so. */
export function plainTime(at: string): string {
  return at.slice(0, 19)
}
