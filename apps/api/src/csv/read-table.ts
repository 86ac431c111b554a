import { type FileTable, mostFileRows } from '@fieldledger/catalogue'
import { CsvError, parse } from 'csv-parse/sync'
import { Unfitting } from '../refusals.ts'

const mostColumns = 200
/** Of one row, in characters: a quote that is never closed would take in the rest of the file. */
const longestRow = 1_000_000
const delimiters = [',', ';', '\t'] as const
/** The mark with which `csvFormat`, and spreadsheets, keep a text from being run as a formula. */
const keptText = /^'(?=[=+\-@\t\r＝＋－＠])/

/** The text of a CSV file as rows with the numbers of their lines; comma, semicolon or tab, as the first line has it. */
export function readTable(file: string): FileTable {
  if (file.startsWith('PK')) throw unreadable('It is a spreadsheet’s own file')
  if (file.includes('\0')) throw unreadable('It is not plain text in UTF-8')
  const rows = parseRows(file)
  const [first, ...rest] = rows
  if (first === undefined) throw unreadable('It is empty')
  if (first.record.length > mostColumns) throw unreadable(`It has more than ${mostColumns} columns`)
  const cellsOf = (record: readonly string[]) => record.map((cell) => cell.replace(keptText, ''))
  return {
    headings: cellsOf(first.record).map((heading) => heading.trim()),
    rows: rest.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record) })),
  }
}

interface Row {
  record: string[]
  info: { lines: number }
}

function parseRows(file: string): Row[] {
  try {
    return parse(file, {
      bom: true,
      delimiter: delimiterOf(file),
      info: true,
      max_record_size: longestRow,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // The headings, the rows, and one more, by which it is known that there are too many.
      to: mostFileRows + 2,
    }) as unknown as Row[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(`Line ${String(error.lines ?? '?')} is not CSV`)
  }
}

function delimiterOf(file: string): string {
  const end = file.indexOf('\n')
  const first = end === -1 ? file : file.slice(0, end)
  const count = (delimiter: string) => first.split(delimiter).length
  return [...delimiters].sort((one, other) => count(other) - count(one))[0] ?? ','
}

function unreadable(why: string): Unfitting {
  return new Unfitting({
    code: 'file-unreadable',
    message: `This file cannot be read. ${why}: save the list as CSV in your spreadsheet, then load that.`,
  })
}
