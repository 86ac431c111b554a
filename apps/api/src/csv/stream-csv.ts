import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Page } from '@fieldledger/contract'
import { stringify } from 'csv-stringify'
import type { Response } from 'express'
import { csvFormat } from './csv-text.ts'
import { csvHeaders } from './send-csv.ts'

/** The file's headings and what stands below each. */
export type CsvColumns<Row> = Readonly<Record<string, (row: Row) => unknown>>

/**
 * A list of any length as a spreadsheet opens it, page by page. The answer begins when the first page is there, so that
 * a refusal is still told as one; what fails later breaks the download off, and no cut list passes for a whole one.
 */
export async function streamCsv<Row>(
  reply: Response,
  { name, columns, read }: CsvList<Row>,
): Promise<undefined> {
  const first = await read({})
  csvHeaders(reply, name)
  const rows = Readable.from(eachRow(first, read))
  const headings = Object.keys(columns)
  const text = stringify({ ...csvFormat, columns: headings })
  await pipeline(
    rows,
    async function* cells(given: AsyncIterable<Row>) {
      for await (const row of given) yield headings.map((heading) => columns[heading]?.(row))
    },
    text,
    reply,
  )
  return undefined
}

interface CsvList<Row> {
  name: string
  columns: CsvColumns<Row>
  read(from: { cursor?: string }): Promise<Page<Row>>
}

async function* eachRow<Row>(first: Page<Row>, read: CsvList<Row>['read']): AsyncGenerator<Row> {
  let page = first
  for (;;) {
    yield* page.rows
    if (page.next === undefined) return
    page = await read({ cursor: page.next })
  }
}
