import { useCompanySettings } from './company-settings.ts'
import { formatDate, formatInstant, type InstantStyle } from './format-instant.ts'

/** A date in the company's zone; the whole instant stands in its title. */
export function DateText({ value, style = 'date-time' }: { value: string; style?: InstantStyle }) {
  const settings = useCompanySettings()
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return <time dateTime={value}>{formatDate(value, settings.locale)}</time>
  return (
    <time
      className="numeric"
      dateTime={value}
      title={formatInstant(value, { ...settings, style: 'date-time' })}
    >
      {formatInstant(value, { ...settings, style })}
    </time>
  )
}
