import { stringify } from 'csv-stringify/sync'
import type { Response } from 'express'

type Rows = readonly Record<string, unknown>[]

/** A list as a spreadsheet opens it; cells that a spreadsheet would run as formulas are kept as text. */
export function writeCsv(
  reply: Response,
  file: { name: string; rows: Rows; columns?: readonly string[] },
): void {
  sendCsv(reply, { name: file.name, text: csvText(file.rows, file.columns) })
}

export function sendCsv(reply: Response, file: { name: string; text: string | Buffer }): void {
  reply.setHeader('content-disposition', `attachment; filename="${file.name}"`)
  reply.setHeader('cache-control', 'no-store')
  reply.type('text/csv').send(file.text)
}

/** `columns` gives the first line of an empty list, too. */
export function csvText(rows: Rows, columns?: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    ...(columns === undefined ? {} : { columns: [...columns] }),
  })
}
