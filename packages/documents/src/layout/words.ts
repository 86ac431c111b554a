import { currencyDecimals, decimalFromMoney, type Money } from '@fieldledger/accounting'
import { DateTime } from 'luxon'

const locale = 'en-US'

/** "$1,250.50", by the currency's own decimals. */
export function moneyWords(amount: Money): string {
  const { currency } = amount
  const digits = currencyDecimals(currency)
  const style = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const
  // A decimal text keeps every digit of what a number could not hold.
  return new Intl.NumberFormat(locale, style).format(decimalFromMoney(amount) as unknown as number)
}

/** "1,250.125": as many decimals as were typed. */
export function decimalWords(decimal: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(decimal as unknown as number)
}

/** A calendar date, or an instant where the company is. */
export function dateWords(date: string | Date, zone: string): string {
  const at = typeof date === 'string' ? DateTime.fromISO(date) : DateTime.fromJSDate(date, { zone })
  return at.setLocale(locale).toLocaleString(DateTime.DATE_MED)
}
