import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import type { Company, HistoryEntry } from '../books/company.ts'
import type { Family } from '../record-types/record-types.ts'
import { asAmount, asDay, asMoment, asQuantity } from './format.ts'
import { sendBookPage } from './layout.ts'
import { nameBehind } from './names.ts'
import { relatedRecords } from './related-records.ts'
import { numberOf, type TransactionKind } from './transaction-kinds.ts'

export function sendTransactionPage(
  response: Response,
  { company, record, kind }: { company: Company; record: JsonObject; kind: TransactionKind },
): void {
  const status = textOf(record.status)
  sendBookPage(response, {
    place: company,
    section: kind.section,
    title: `${kind.title} ${numberOf(record)}`,
    ...(status !== undefined && {
      beside: pill(kind.statuses[status] ?? status, !kind.ended.includes(status)),
    }),
    body: html`<div class="card">${facts(company, record)}</div>
      ${kind.type !== 'vendorPayment' && lines(company, record)}
      ${totals(record)}<div class="lines">${relatedRecords(company, record)}</div>
      <h2>System notes</h2><div class="card"><ol class="history">${company.history('transaction', String(record.id)).map(historyEntry)}</ol></div>`,
  })
}

function lines(company: Company, record: JsonObject): Html {
  return html`<div class="lines">${itemTable(company, record)}</div><div class="lines">${expenseTable(company, record)}</div>`
}

function totals({ subtotal, taxTotal, total, amountPaid }: JsonObject): Html | false {
  const last = html`<div><dt>Total</dt><dd>${asAmount(total)} USD</dd></div>`
  const first = subtotal !== undefined && html`<div><dt>Subtotal</dt><dd>${asAmount(subtotal)}</dd></div>`
  const tax =
    typeof taxTotal === 'number' &&
    taxTotal !== 0 &&
    html`<div><dt>Tax</dt><dd>${asAmount(taxTotal)}</dd></div>`
  const paid =
    typeof amountPaid === 'number' &&
    amountPaid > 0 &&
    html`<div><dt>Paid</dt><dd>${asAmount(amountPaid)}</dd></div>`
  return total !== undefined && html`<dl class="totals">${first}${tax}${last}${paid}</dl>`
}

function facts(company: Company, order: JsonObject): Html {
  const fact = (label: string, value: string) =>
    value !== '' && html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const text = (name: string) => textOf(order[name]) ?? ''
  const named = (label: string, name: string, to: Family) =>
    fact(label, nameBehind(company, { to, value: order[name] }))
  return html`<dl class="facts">${named('Vendor', 'entity', 'entity')}${named('Employee', 'employee', 'entity')}${fact('Date', asDay(order.tranDate))}
    ${fact('Due date', asDay(order.dueDate))}${fact('Memo', text('memo'))}${named('Terms', 'terms', 'term')}${named('Subsidiary', 'subsidiary', 'subsidiary')}
    ${named('Class', 'class', 'classification')}${named('Department', 'department', 'department')}${named('Location', 'location', 'location')}
    ${fact('External ID', text('externalId'))}${fact('Ship to', shipTo(order))}</dl>`
}

function shipTo({ shippingAddress, shipAddress }: JsonObject): string {
  const parts = isObject(shippingAddress) ? shippingAddress : {}
  const lines = ['addrText', 'addressee', 'attention', 'addr1', 'addr2', 'city', 'state', 'zip']
    .map((name) => textOf(parts[name]))
    .filter((line) => line !== undefined)
  return lines.length > 0 ? lines.join('\n') : (textOf(shipAddress) ?? '')
}

function lineColumns(
  company: Company,
  order: JsonObject,
): { dimensions: Column<JsonObject>; amount: Column<JsonObject>[] } {
  const isOrder = order.orderStatus !== undefined
  const closed: Column<JsonObject> = {
    label: 'Closed',
    value: ({ isClosed }) => (isClosed === true ? 'Yes' : ''),
  }
  const dimensions = (row: JsonObject) =>
    [
      nameBehind(company, { to: 'classification', value: row.class }),
      nameBehind(company, { to: 'department', value: row.department }),
      nameBehind(company, { to: 'location', value: row.location }),
    ]
      .filter((name) => name !== '')
      .join(', ')
  return {
    dimensions: { label: 'Class, department, location', value: dimensions },
    amount: [
      { label: 'Amount', kind: 'number', value: (row) => asAmount(row.amount) },
      ...(isOrder ? [closed] : []),
    ],
  }
}

const progress: Column<JsonObject>[] = [
  { label: 'Received', kind: 'number', value: (row) => asQuantity(row.quantityReceived) },
  { label: 'Billed', kind: 'number', value: (row) => asQuantity(row.quantityBilled) },
]

function itemTable(company: Company, order: JsonObject): Html {
  const { dimensions, amount } = lineColumns(company, order)
  return table<JsonObject>({
    caption: 'Items',
    rows: listOf(order.item),
    empty: 'There are no item lines.',
    columns: [
      { label: 'Item', kind: 'name', value: (row) => nameBehind(company, { to: 'item', value: row.item }) },
      { label: 'Description', value: (row) => textOf(row.description) ?? '' },
      { label: 'Quantity', kind: 'number', value: (row) => asQuantity(row.quantity) },
      { label: 'Rate', kind: 'number', value: (row) => asAmount(row.rate) },
      ...(order.orderStatus === undefined ? [] : progress),
      dimensions,
      ...amount,
    ],
  })
}

function expenseTable(company: Company, order: JsonObject): Html {
  const { dimensions, amount } = lineColumns(company, order)
  return table<JsonObject>({
    caption: 'Expenses',
    rows: listOf(order.expense),
    empty: 'There are no expense lines.',
    columns: [
      {
        label: 'Account',
        kind: 'name',
        value: (row) => nameBehind(company, { to: 'account', value: row.account }),
      },
      { label: 'Memo', value: (row) => textOf(row.memo) ?? '' },
      dimensions,
      ...amount,
    ],
  })
}

function historyEntry({ at, by, verb, changed }: HistoryEntry): Html {
  const who = by === 'person' ? 'by hand, in the practice ledger' : 'by Fieldledger, over the API'
  return html`<li><strong>${verb}</strong> ${who}<br><small>${asMoment(at)}</small>${changed.length > 0 && html`<br>${changed.join(', ')}`}</li>`
}
