import {
  type MaterialRow,
  type MaterialTableField,
  type PrintedForm,
  rowAmount,
  visibleFields,
} from '@fieldledger/forms'
import type { Content, TableCell } from 'pdfmake/interfaces'
import { messages } from './messages.ts'
import { decimalWords, moneyWords } from './words.ts'

interface LineColumn {
  title: string
  width: number | '*'
  right: boolean
  text(row: MaterialRow, position: number): string
}

interface Printed {
  rows: readonly MaterialRow[]
  currency: string
  /** Who stands at the head of the paper. */
  vendorId: string | undefined
  names: ReadonlyMap<string, string>
}

/** Every table of lines; its header stands on each of its pages, and no line is torn in two. */
export function lineTables({ content, submission, names }: PrintedForm): Content[] {
  const { values, currency, vendorId } = submission
  const tables = visibleFields(content.fields, values).filter((field) => field.kind === 'material-table')
  return tables.map((table): Content => {
    const rows = (values[table.id] ?? []) as MaterialRow[]
    const columns = columnsFor(table, { rows, currency, vendorId, names })
    return {
      margin: [0, 4, 0, 8],
      layout: 'lines',
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: columns.map(({ width }) => width),
        body: [
          columns.map(head),
          ...(rows.length === 0 ? [noLines(columns.length)] : rows.map(cells(columns))),
        ],
      },
    }
  })
}

function columnsFor(
  { columns }: MaterialTableField,
  { rows, currency, vendorId, names }: Printed,
): LineColumn[] {
  const used = (shown: boolean, part: 'unit' | 'taxPercent') =>
    shown || rows.some((row) => row[part] !== undefined)
  // Where all are bought of the one who stands at the head, each line would only say it again.
  const ofOthers = rows.some((row) => row.vendorId !== undefined && row.vendorId !== vendorId)
  return [
    { title: messages.position, width: 22, right: true, text: (_row, position) => String(position + 1) },
    { title: messages.description, width: '*', right: false, text: ({ description }) => description },
    ...(ofOthers
      ? [
          {
            title: messages.vendor,
            width: 92,
            right: false,
            text: (row: MaterialRow) => (row.vendorId === undefined ? '' : (names.get(row.vendorId) ?? '')),
          },
        ]
      : []),
    { title: messages.quantity, width: 58, right: true, text: ({ quantity }) => decimalWords(quantity) },
    ...(used(columns.unit, 'unit')
      ? [{ title: messages.unit, width: 42, right: false, text: ({ unit }: MaterialRow) => unit ?? '' }]
      : []),
    {
      title: messages.unitPrice,
      width: 70,
      right: true,
      text: ({ unitPrice }) => (unitPrice === undefined ? '' : decimalWords(unitPrice)),
    },
    ...(used(columns.tax, 'taxPercent')
      ? [
          {
            title: messages.tax,
            width: 38,
            right: true,
            text: ({ taxPercent }: MaterialRow) => (taxPercent === undefined ? '' : decimalWords(taxPercent)),
          },
        ]
      : []),
    {
      title: messages.amount,
      width: 84,
      right: true,
      text(row) {
        const amount = row.amount ?? rowAmount(row, currency)
        return amount === undefined ? '' : moneyWords(amount)
      },
    },
  ]
}

function head({ title, right }: LineColumn): TableCell {
  return { text: title, style: 'columnHead', alignment: right ? 'right' : 'left' }
}

function cells(columns: readonly LineColumn[]) {
  return (row: MaterialRow, position: number): TableCell[] =>
    columns.map(({ right, text }) => ({ text: text(row, position), alignment: right ? 'right' : 'left' }))
}

function noLines(count: number): TableCell[] {
  const rest = Array.from({ length: count - 1 }, () => ({}))
  return [
    { text: messages.noLines, colSpan: count, style: 'quiet', alignment: 'center', margin: [0, 6, 0, 6] },
    ...rest,
  ]
}
