import { useCompanySettings } from './company-settings.ts'

/** "47.5" → "47.50"; every decimal that it has is shown, for prices as small as 0.00475. */
export function UnitPrice({ value }: { value: string }) {
  const { locale } = useCompanySettings()
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 10 })
  return <span className="numeric">{format.format(Number(value))}</span>
}
