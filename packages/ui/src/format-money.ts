export interface Amount {
  minor: number
  currency: string
}

/** { minor: 125000, USD } → "$1,250.00"; decimals as the currency has them. */
export function formatMoney(amount: Amount, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount.minor / 10 ** decimals)
}
