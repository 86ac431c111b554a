import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { type Column, pill, table } from '../../../fake-service/table.ts'
import { contactOf, type Tenant } from '../books/tenant.ts'
import { asAmount, asDay } from './format.ts'
import { address, sendBookPage } from './layout.ts'

interface ListPage {
  tenant: Tenant
  search: string
}

const field = (element: JsonObject, name: string): string => textOf(element[name]) ?? ''

const text = (label: string, name: string): Column<JsonObject> => ({
  label,
  value: (row) => field(row, name),
})

const status = (name: string): Column<JsonObject> => ({
  label: 'Status',
  value: (row) =>
    pill(
      field(row, name),
      ['ACTIVE', 'AUTHORISED', 'SUBMITTED', 'DRAFT', 'PAID', 'BILLED'].includes(field(row, name)),
    ),
})

export function sendDocumentsPage(
  response: Response,
  { tenant, search, section }: ListPage & { section: 'purchaseorders' | 'bills' },
): void {
  const isOrders = section === 'purchaseorders'
  const number = isOrders ? 'PurchaseOrderNumber' : 'InvoiceNumber'
  const all = isOrders
    ? tenant.all('PurchaseOrder')
    : tenant.all('Invoice').filter(({ Type }) => Type === 'ACCPAY')
  const supplier = (row: JsonObject) => field(contactOf(row, tenant) ?? {}, 'Name')
  const rows = all
    .filter((row) => `${field(row, number)} ${supplier(row)}`.toLowerCase().includes(search.toLowerCase()))
    .toReversed()
    .slice(0, 200)
  sendBookPage(response, {
    place: tenant,
    section,
    title: isOrders ? 'Purchase orders' : 'Bills',
    beside: searchForm(section, { tenant, search }),
    body: table<JsonObject>({
      rows,
      empty:
        search === ''
          ? 'Nothing has arrived yet. Send a form from Fieldledger, then look here again.'
          : 'Nothing matches the search.',
      columns: [
        { label: 'Number', kind: 'name', value: (row) => documentLink(row, { tenant, section, number }) },
        { label: 'Supplier', value: supplier },
        { label: 'Date', kind: 'short', value: (row) => asDay(row.Date) },
        {
          label: isOrders ? 'Delivery' : 'Due',
          kind: 'short',
          value: (row) => asDay(row.DeliveryDate ?? row.DueDate),
        },
        {
          label: 'Total',
          kind: 'number',
          value: (row) => `${asAmount(row.Total)} ${field(row, 'CurrencyCode')}`,
        },
        status('Status'),
      ],
    }),
  })
}

function documentLink(row: JsonObject, to: { tenant: Tenant; section: string; number: string }): Html {
  const path = to.section === 'purchaseorders' ? 'purchaseorder' : 'bill'
  const id = field(row, to.section === 'purchaseorders' ? 'PurchaseOrderID' : 'InvoiceID')
  return html`<a href="${address(path, { id, tenant: to.tenant.id })}">${field(row, to.number) || '(no number)'}</a>`
}

function searchForm(section: string, { tenant, search }: ListPage): Html {
  return html`<form class="search" method="get" action="${address(section, {}).replace('?', '')}" role="search"><input type="hidden" name="tenant" value="${tenant.id}"><label>Number or supplier<input type="search" name="search" value="${search}"></label><button>Search</button></form>`
}

export function sendContactsPage(response: Response, { tenant }: ListPage): void {
  sendBookPage(response, {
    place: tenant,
    section: 'contacts',
    title: 'Contacts',
    body: table<JsonObject>({
      rows: tenant.all('Contact'),
      empty: 'There are no contacts.',
      columns: [
        { label: 'Name', kind: 'name', value: (row) => field(row, 'Name') },
        text('Email', 'EmailAddress'),
        text('Account number', 'AccountNumber'),
        status('ContactStatus'),
      ],
    }),
  })
}

export function sendItemsPage(response: Response, { tenant }: ListPage): void {
  const bought = (row: JsonObject) => (isObject(row.PurchaseDetails) ? row.PurchaseDetails : {})
  sendBookPage(response, {
    place: tenant,
    section: 'items',
    title: 'Products and services',
    body: table<JsonObject>({
      rows: tenant.all('Item'),
      empty: 'There are no products and services.',
      columns: [
        { label: 'Code', kind: 'name', value: (row) => field(row, 'Code') },
        text('Name', 'Name'),
        { label: 'Cost price', kind: 'number', value: (row) => asAmount(bought(row).UnitPrice) },
        { label: 'Account', value: (row) => field(bought(row), 'AccountCode') },
        { label: 'Tracked', value: (row) => (row.IsTrackedAsInventory === true ? 'Yes' : '') },
      ],
    }),
  })
}

export function sendAccountsPage(response: Response, { tenant }: ListPage): void {
  sendBookPage(response, {
    place: tenant,
    section: 'accounts',
    title: 'Chart of accounts',
    body: table<JsonObject>({
      rows: tenant.all('Account'),
      empty: 'There are no accounts.',
      columns: [
        text('Code', 'Code'),
        { label: 'Name', kind: 'name', value: (row) => field(row, 'Name') },
        text('Type', 'Type'),
        text('Tax rate', 'TaxType'),
        status('Status'),
      ],
    }),
  })
}
