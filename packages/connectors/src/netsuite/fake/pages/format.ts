import type { Json } from '../../../fake-service/json.ts'

const amount = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 8 })
const quantity = new Intl.NumberFormat('en-US', { maximumFractionDigits: 8 })
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

export function asAmount(value: Json | undefined): string {
  return value === undefined ? '' : amount.format(Number(value))
}

export function asQuantity(value: Json | undefined): string {
  return value === undefined ? '' : quantity.format(Number(value))
}

export function asDay(value: Json | undefined): string {
  return typeof value === 'string' ? day.format(new Date(value)) : ''
}

export function asMoment(value: string): string {
  return `${moment.format(new Date(value))} UTC`
}
