import type { Json } from '../../../fake-service/json.ts'

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const rate = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 })
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

export function asMoney(value: Json | undefined): string {
  return value === undefined ? '' : dollars.format(Number(value))
}

export function asRate(value: Json | undefined): string {
  return value === undefined ? '' : rate.format(Number(value))
}

export function asQuantity(value: Json | undefined): string {
  return value === undefined ? '' : plain.format(Number(value))
}

export function asDay(value: Json | undefined): string {
  return typeof value === 'string' ? day.format(new Date(value)) : ''
}

export function asMoment(value: string): string {
  return `${moment.format(new Date(value))} UTC`
}
