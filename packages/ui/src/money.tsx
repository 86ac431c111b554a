import { useCompanySettings } from './company-settings.ts'
import { type Amount, formatMoney } from './format-money.ts'

export function Money({ amount }: { amount: Amount }) {
  const { locale } = useCompanySettings()
  return <span className="numeric">{formatMoney(amount, locale)}</span>
}
