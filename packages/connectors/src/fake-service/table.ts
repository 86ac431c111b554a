import { type Html, html } from './html.ts'

export interface Column<Row> {
  label: string
  value: (row: Row) => Html | string
  kind?: 'number' | 'short' | 'buttons' | 'name'
}

interface Table<Row> {
  caption?: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  empty: string
}

/** On phones each row becomes a small card, its cells labelled. */
export function table<Row>({ caption, columns, rows, empty }: Table<Row>): Html {
  const title = caption === undefined ? undefined : html`<caption>${caption}</caption>`
  if (rows.length === 0) {
    return html`<div class="table"><p class="empty">${caption !== undefined && html`<strong>${caption}</strong><br>`}${empty}</p></div>`
  }
  const heading = ({ label, kind }: Column<Row>) =>
    html`<th scope="col"${kind === 'number' && html` class="number"`}>${label}</th>`
  const cell = (column: Column<Row>, row: Row) => {
    const value = column.value(row)
    if (column.kind === 'name') return html`<th scope="row" data-label="${column.label}">${value}</th>`
    if (column.kind === 'buttons') return html`<td class="buttons">${value}</td>`
    const isEmpty = value === ''
    if (isEmpty) return html`<td></td>`
    return html`<td data-label="${column.label}"${isOneLine(column) && html` class="${column.kind}"`}>${value}</td>`
  }
  return html`<div class="table"><table>${title}<thead><tr>${columns.map(heading)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${columns.map((column) => cell(column, row))}</tr>`,
  )}</tbody></table></div>`
}

function isOneLine<Row>({ kind }: Column<Row>): boolean {
  return kind === 'number' || kind === 'short'
}

export function pill(text: string, isGood: boolean): Html {
  return html`<span class="pill${isGood && ' good'}">${text}</span>`
}
