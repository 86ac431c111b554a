import { stringify } from 'csv-stringify/sync'
import type { Response } from 'express'

/** A list as a spreadsheet opens it; cells that a spreadsheet would run as formulas are kept as text. */
export function writeCsv(
  reply: Response,
  file: { name: string; rows: readonly Record<string, unknown>[] },
): void {
  reply.setHeader('content-disposition', `attachment; filename="${file.name}"`)
  reply.setHeader('cache-control', 'no-store')
  reply
    .type('text/csv')
    .send(
      stringify([...file.rows], { header: true, bom: true, escape_formulas: true, record_delimiter: '\r\n' }),
    )
}
