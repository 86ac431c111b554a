import type { Response } from 'express'
import { html } from '../../../fake-service/html.ts'
import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import type { Company } from '../books/company.ts'
import { asAmount, asDay } from './format.ts'
import { address, sendBookPage } from './layout.ts'
import { nameBehind } from './names.ts'
import { numberOf, type TransactionKind } from './transaction-kinds.ts'

export function sendTransactionsPage(
  response: Response,
  { company, search, kind }: { company: Company; search: string; kind: TransactionKind },
): void {
  const { section, plural } = kind
  const vendor = (row: JsonObject) => nameBehind(company, { to: 'entity', value: row.entity })
  const rows = company
    .all(kind.type)
    .filter((row) => `${numberOf(row)} ${vendor(row)}`.toLowerCase().includes(search.toLowerCase()))
    .toReversed()
    .slice(0, 200)
  sendBookPage(response, {
    place: company,
    section,
    title: plural,
    beside: html`<form class="search" method="get" action="${address(section, {}).replace('?', '')}" role="search"><input type="hidden" name="account" value="${company.id}"><label>Number or vendor<input type="search" name="search" value="${search}"></label><button>Search</button></form>`,
    body: table<JsonObject>({
      rows,
      empty:
        search === ''
          ? 'Nothing has arrived yet. Send a form from Fieldledger, then look here again.'
          : 'Nothing matches the search.',
      columns: columnsOf(company, { kind, vendor }),
    }),
  })
}

function columnsOf(
  company: Company,
  { kind, vendor }: { kind: TransactionKind; vendor: (row: JsonObject) => string },
): Column<JsonObject>[] {
  const link = (row: JsonObject) =>
    html`<a href="${address(kind.page, { id: textOf(row.id) ?? '', account: company.id })}">${numberOf(row)}</a>`
  const common: Column<JsonObject>[] = [
    { label: 'Number', kind: 'name', value: link },
    { label: 'Vendor', value: vendor },
    { label: 'Date', kind: 'short', value: (row) => asDay(row.tranDate) },
  ]
  if (kind.type === 'itemReceipt')
    return [
      ...common,
      {
        label: 'Order',
        value: (row) => nameBehind(company, { to: 'transaction', value: row.createdFrom }),
      },
    ]
  if (kind.type === 'vendorPayment')
    return [...common, { label: 'Total', kind: 'number', value: (row) => `${asAmount(row.total)} USD` }]
  return [
    ...common,
    { label: 'Due', kind: 'short', value: (row) => asDay(row.dueDate) },
    { label: 'Total', kind: 'number', value: (row) => `${asAmount(row.total)} USD` },
    {
      label: 'Status',
      value: ({ status }) => {
        const letter = textOf(status) ?? ''
        return pill(kind.statuses[letter] ?? letter, !kind.ended.includes(letter))
      },
    },
  ]
}
