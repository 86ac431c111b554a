import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { textOf } from '../../../fake-service/json.ts'
import { pill, table } from '../../../fake-service/table.ts'
import { basePath } from '../base-path.ts'
import type { Realm } from '../books/realm.ts'
import { type Entity, refId, refName } from '../json.ts'
import { asDay, asMoney } from './format.ts'
import { address, sendBookPage } from './layout.ts'

const rowsOnPage = 100

interface Expense {
  kind: 'PurchaseOrder' | 'Bill'
  entity: Entity
}

export function sendExpensesPage(
  response: Response,
  view: { realm: Realm; search: string; page: number },
): void {
  const { realm, search, page } = view
  const found = expensesOf(realm).filter((expense) => matches(expense, { search, realm }))
  const rows = found.slice((page - 1) * rowsOnPage, page * rowsOnPage)
  sendBookPage(response, {
    place: realm,
    section: 'expenses',
    title: 'Expenses',
    beside: searchForm(realm.id, search),
    body: html`${table({
      rows,
      empty:
        search === ''
          ? 'No purchase order has arrived yet. Send one from Fieldledger, then look here again.'
          : 'Nothing matches the search.',
      columns: [
        { label: 'Date', kind: 'short', value: ({ entity }) => asDay(entity.TxnDate) },
        { label: 'Type', value: ({ kind }) => (kind === 'Bill' ? 'Bill' : 'Purchase Order') },
        { label: 'No.', kind: 'name', value: (expense) => numberLink(expense, realm) },
        { label: 'Payee', value: ({ entity }) => payee(entity, realm) },
        { label: 'Total before tax', kind: 'number', value: ({ entity }) => asMoney(entity.TotalAmt) },
        { label: 'Status', value: statusPill },
      ],
    })}${pageLinks({ realm: realm.id, search, page, count: found.length })}`,
  })
}

export function payee(transaction: Entity, realm: Realm): string {
  const present = realm.find('Vendor', refId(transaction.VendorRef) ?? '')
  return textOf(present?.DisplayName) ?? refName(transaction.VendorRef) ?? ''
}

function expensesOf(realm: Realm): Expense[] {
  const kinds = ['PurchaseOrder', 'Bill'] as const
  const all = kinds.flatMap((kind) => realm.all(kind).map((entity) => ({ kind, entity })))
  return all.sort((left, right) => Number(right.entity.Id) - Number(left.entity.Id))
}

function matches({ entity }: Expense, { search, realm }: { search: string; realm: Realm }): boolean {
  const text = `${textOf(entity.DocNumber) ?? ''} ${payee(entity, realm)}`
  return text.toLowerCase().includes(search.toLowerCase())
}

function numberLink({ kind, entity }: Expense, realm: Realm): Html | string {
  const number = textOf(entity.DocNumber) ?? `(no number, id ${entity.Id})`
  const page = kind === 'Bill' ? 'bill' : 'purchaseorder'
  return html`<a href="${address(page, { txnId: entity.Id, realm: realm.id })}">${number}</a>`
}

function statusPill({ kind, entity }: Expense): Html {
  if (kind === 'Bill') return pill(entity.Balance === 0 ? 'Paid' : 'Open', true)
  return pill(textOf(entity.POStatus) ?? 'Open', entity.POStatus !== 'Closed')
}

function searchForm(realm: string, search: string): Html {
  return html`<form class="search" method="get" action="${basePath}/app/expenses" role="search"><input type="hidden" name="realm" value="${realm}"><label>Number or payee<input type="search" name="search" value="${search}"></label><button>Search</button></form>`
}

function pageLinks(view: { realm: string; search: string; page: number; count: number }): Html | undefined {
  const { realm, search, page, count } = view
  const last = Math.ceil(count / rowsOnPage)
  if (last <= 1) return undefined
  const link = (to: number, label: string) =>
    html`<a href="${address('expenses', { realm, search, page: String(to) })}">${label}</a>`
  return html`<p>${page > 1 && link(page - 1, 'Newer')} Page ${page} of ${last} ${page < last && link(page + 1, 'Older')}</p>`
}
