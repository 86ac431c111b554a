import { stringify } from 'csv-stringify/sync'

/** As spreadsheets open it; cells that a spreadsheet would run as formulas are kept as text. */
export const csvFormat = { header: true, bom: true, escape_formulas: true, record_delimiter: '\r\n' } as const

/** A short list as a CSV file; `columns` gives the first line of an empty one, too. */
export function csvText(rows: readonly Record<string, unknown>[], columns?: readonly string[]): string {
  return stringify([...rows], { ...csvFormat, ...(columns === undefined ? {} : { columns: [...columns] }) })
}
