import { Decimal } from 'decimal.js'
import type { Response } from 'express'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { type Html, html } from '../../../fake-service/html.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import type { HistoryEntry, Realm } from '../books/realm.ts'
import { type Entity, refId, refName } from '../json.ts'
import { payee } from './expenses-page.ts'
import { asDay, asMoment, asMoney, asQuantity, asRate } from './format.ts'
import { sendBookPage } from './layout.ts'

interface Line {
  position: number
  description: string
  amount: string
  detail: JsonObject
}

/** A purchase order or a bill: the same page in the ledger, with other headings. */
export function sendTransactionPage(
  response: Response,
  { realm, kind, order }: { realm: Realm; kind: 'PurchaseOrder' | 'Bill'; order: Entity },
): void {
  const isDeleted = realm.find(kind, order.Id) === undefined
  const open = kind === 'Bill' && order.Balance === 0 ? 'Paid' : (textOf(order.POStatus) ?? 'Open')
  const status = isDeleted ? 'Deleted' : open
  sendBookPage(response, {
    place: realm,
    section: 'expenses',
    title: `${kind === 'Bill' ? 'Bill' : 'Purchase Order'} no. ${textOf(order.DocNumber) ?? '(none)'}`,
    beside: pill(status, status === 'Open' || status === 'Paid'),
    body: html`<div class="card">${facts(order, { realm, kind })}</div>
      <div class="lines">${categoryTable(order)}</div><div class="lines">${itemTable(order)}</div>
      ${totals(order, kind)}
      ${files(realm, { kind, order })}<h2>Change history</h2><div class="card"><ol class="history">${realm.history(kind, order.Id).map(historyEntry)}</ol></div>`,
  })
}

function totals(order: Entity, kind: 'PurchaseOrder' | 'Bill'): Html {
  const tax = isObject(order.TxnTaxDetail) ? order.TxnTaxDetail : undefined
  const total = decimalOf(order.TotalAmt) ?? new Decimal(0)
  const net = total.minus(decimalOf(tax?.TotalTax) ?? 0).toNumber()
  const row = (label: string, value: Json | undefined) =>
    html`<div><dt>${label}</dt><dd>${asMoney(value)}</dd></div>`
  return html`<dl class="totals">${row('Subtotal', net)}${tax !== undefined && row('Tax', tax.TotalTax)}${row('Total', order.TotalAmt)}${kind === 'Bill' && row('Balance due', order.Balance)}</dl>`
}

function files(realm: Realm, { kind, order }: { kind: string; order: Entity }): Html | false {
  const isOwn = ({ EntityRef }: JsonObject) =>
    isObject(EntityRef) && EntityRef.type === kind && refId(EntityRef) === order.Id
  const own = realm.all('Attachable').filter(({ AttachableRef }) => listOf(AttachableRef).some(isOwn))
  const names = own.map(({ FileName, Note }) => textOf(FileName) ?? textOf(Note) ?? '')
  return names.length > 0 && html`<h2>Attachments</h2><div class="card">${names.join(', ')}</div>`
}

function facts(order: Entity, { realm, kind }: { realm: Realm; kind: 'PurchaseOrder' | 'Bill' }): Html {
  const fact = (label: string, value: string, isWide = false) =>
    value !== '' && html`<div${isWide && html` class="wide"`}><dt>${label}</dt><dd>${value}</dd></div>`
  const linked = listOf(order.LinkedTxn).map((link) => `${textOf(link.TxnType)} ${textOf(link.TxnId)}`)
  return html`<dl class="facts">
    ${fact('Vendor', payee(order, realm))}${fact('Mailing address', vendorAddress(order, realm))}
    ${fact(kind === 'Bill' ? 'Bill date' : 'Purchase order date', asDay(order.TxnDate))}${fact('Due date', asDay(order.DueDate))}
    ${fact('Terms', refName(order.SalesTermRef) ?? '')}${fact('Location', refName(order.DepartmentRef) ?? '')}
    ${fact('Ship to', addressLines(order.ShipAddr))}${fact('Payable account', refName(order.APAccountRef) ?? '')}
    ${fact('Linked transactions', linked.join(', '))}${fact('Transaction id', `${order.Id}, version ${order.SyncToken}`)}
    ${fact('Your message to vendor', textOf(order.Memo) ?? '', true)}${fact('Memo', textOf(order.PrivateNote) ?? '', true)}</dl>`
}

function vendorAddress(order: Entity, realm: Realm): string {
  const vendor = realm.find('Vendor', refId(order.VendorRef) ?? '')
  return addressLines(order.VendorAddr) || addressLines(vendor?.BillAddr)
}

function addressLines(value: unknown): string {
  if (!isObject(value)) return ''
  const street = [value.Line1, value.Line2, value.Line3, value.Line4, value.Line5].flatMap(
    (line) => textOf(line) ?? [],
  )
  const place = [value.City, value.CountrySubDivisionCode, value.PostalCode].flatMap(
    (part) => textOf(part) ?? [],
  )
  return [...street, place.join(' ')].filter((line) => line !== '').join('\n')
}

const position: Column<Line> = { label: '#', value: (line) => String(line.position) }
const description: Column<Line> = { label: 'Description', value: (line) => line.description }
const amount: Column<Line> = { label: 'Amount', kind: 'number', value: (line) => line.amount }
const customer: Column<Line> = { label: 'Customer', value: ({ detail }) => refName(detail.CustomerRef) ?? '' }
const className: Column<Line> = { label: 'Class', value: ({ detail }) => refName(detail.ClassRef) ?? '' }

function itemTable(order: Entity): Html {
  return table<Line>({
    caption: 'Item details',
    rows: linesOf(order, 'ItemBasedExpenseLineDetail'),
    empty: 'No line names a product or service.',
    columns: [
      position,
      { label: 'Product/service', kind: 'name', value: ({ detail }) => refName(detail.ItemRef) ?? '' },
      description,
      { label: 'Qty', kind: 'number', value: ({ detail }) => asQuantity(detail.Qty) },
      { label: 'Rate', kind: 'number', value: ({ detail }) => asRate(detail.UnitPrice) },
      amount,
      customer,
      className,
    ],
  })
}

function categoryTable(order: Entity): Html {
  return table<Line>({
    caption: 'Category details',
    rows: linesOf(order, 'AccountBasedExpenseLineDetail'),
    empty: 'No line names an account.',
    columns: [
      position,
      { label: 'Category', kind: 'name', value: ({ detail }) => refName(detail.AccountRef) ?? '' },
      description,
      amount,
      customer,
      className,
    ],
  })
}

function linesOf(order: Entity, detailType: string): Line[] {
  return listOf(order.Line).flatMap((line, index) => {
    const detail = line[detailType]
    if (line.DetailType !== detailType || !isObject(detail)) return []
    return [
      {
        position: index + 1,
        description: textOf(line.Description) ?? '',
        amount: asMoney(line.Amount),
        detail,
      },
    ]
  })
}

const verbs = { create: 'Created', update: 'Changed', delete: 'Deleted' } as const

function historyEntry(entry: HistoryEntry): Html {
  const who = entry.by === 'api' ? 'by Fieldledger, over the API' : 'by hand, in the practice ledger'
  const what = entry.changed.length > 0 && html`<br><small>${entry.changed.join(', ')}</small>`
  return html`<li><strong>${verbs[entry.operation]}</strong> ${who}<br><small>${asMoment(entry.at)} · version ${entry.syncToken}</small>${what}</li>`
}
