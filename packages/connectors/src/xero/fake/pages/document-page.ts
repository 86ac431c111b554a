import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { pill, table } from '../../../fake-service/table.ts'
import { paymentsOf } from '../api/present-payment.ts'
import { contactOf, type HistoryEntry, type Tenant } from '../books/tenant.ts'
import { dayOf } from '../dates.ts'
import { documentButtons } from './document-buttons.ts'
import { asAmount, asDay, asMoment, asQuantity } from './format.ts'
import { sendBookPage } from './layout.ts'

interface DocumentPage {
  tenant: Tenant
  kind: 'PurchaseOrder' | 'Invoice'
  document: JsonObject
}

export function sendDocumentPage(response: Response, { tenant, kind, document }: DocumentPage): void {
  const isOrder = kind === 'PurchaseOrder'
  const status = textOf(document.Status) ?? ''
  const number = textOf(isOrder ? document.PurchaseOrderNumber : document.InvoiceNumber) ?? '(no number)'
  const id = textOf(isOrder ? document.PurchaseOrderID : document.InvoiceID) ?? ''
  sendBookPage(response, {
    place: tenant,
    section: isOrder ? 'purchaseorders' : 'bills',
    title: `${isOrder ? 'Purchase order' : 'Bill'} ${number}`,
    beside: pill(status, status !== 'DELETED' && status !== 'VOIDED'),
    body: html`<div class="card">${facts(document, tenant)}</div><div class="lines">${lineTable(document)}</div>
      <dl class="totals"><div><dt>Subtotal</dt><dd>${asAmount(document.SubTotal)}</dd></div><div><dt>Tax</dt><dd>${asAmount(document.TotalTax)}</dd></div><div><dt>Total</dt><dd>${asAmount(document.Total)} ${textOf(document.CurrencyCode)}</dd></div></dl>
      ${paid(tenant, document)}${documentButtons({ tenant, kind, document })}
      ${files(tenant, { kind, id })}
      <h2>History and notes</h2><div class="card"><ol class="history">${tenant.history(kind, id).map(historyEntry)}</ol></div>`,
  })
}

function paid(tenant: Tenant, document: JsonObject): Html | false {
  const payments = paymentsOf(tenant, document)
  const due = html`<dl class="totals"><div><dt>Amount due</dt><dd>${asAmount(document.AmountDue)} ${textOf(document.CurrencyCode)}</dd></div></dl>`
  return (
    payments.length > 0 &&
    html`<div class="lines">${table<JsonObject>({
      caption: 'Payments',
      rows: payments,
      empty: '',
      columns: [
        { label: 'Date', kind: 'name', value: (row) => asDay(dayOf(row.Date)) },
        { label: 'Reference', value: (row) => textOf(row.Reference) ?? '' },
        { label: 'Amount', kind: 'number', value: (row) => asAmount(row.Amount) },
      ],
    })}</div>${due}`
  )
}

function facts(document: JsonObject, tenant: Tenant): Html {
  const fact = (label: string, value: string) =>
    value !== '' && html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  const text = (name: string) => textOf(document[name]) ?? ''
  return html`<dl class="facts">
    ${fact('Supplier', textOf(contactOf(document, tenant)?.Name) ?? '')}${fact('Date', asDay(document.Date))}
    ${fact('Due date', asDay(document.DueDate))}${fact('Delivery date', asDay(document.DeliveryDate))}
    ${fact('Made from a template', text('RepeatingInvoiceID'))}${fact('Paid on', asDay(document.FullyPaidOnDate))}
    ${fact('Reference', text('Reference'))}${fact('Amounts are', text('LineAmountTypes'))}
    ${fact('Delivery address', text('DeliveryAddress'))}${fact('Attention', text('AttentionTo'))}
    ${fact('Telephone', text('Telephone'))}${fact('Delivery instructions', text('DeliveryInstructions'))}</dl>`
}

function lineTable(document: JsonObject): Html {
  const text = (label: string, name: string) => ({
    label,
    value: (row: JsonObject) => textOf(row[name]) ?? '',
  })
  return table<JsonObject>({
    caption: 'Lines',
    rows: listOf(document.LineItems),
    empty: 'There are no lines.',
    columns: [
      text('Item', 'ItemCode'),
      { label: 'Description', kind: 'name', value: (row) => textOf(row.Description) ?? '' },
      { label: 'Quantity', kind: 'number', value: (row) => asQuantity(row.Quantity) },
      { label: 'Unit price', kind: 'number', value: (row) => asAmount(row.UnitAmount) },
      text('Account', 'AccountCode'),
      text('Tax', 'TaxType'),
      {
        label: 'Tracking',
        value: (row) =>
          listOf(row.Tracking)
            .map((each) => textOf(each.Option) ?? '')
            .join(', '),
      },
      { label: 'Amount', kind: 'number', value: (row) => asAmount(row.LineAmount) },
    ],
  })
}

function files(tenant: Tenant, { kind, id }: { kind: DocumentPage['kind']; id: string }): Html | false {
  const names = tenant.attachments(kind, id).map(({ attachment }) => attachment.FileName)
  return names.length > 0 && html`<h2>Files</h2><div class="card">${names.join(', ')}</div>`
}

function historyEntry({ at, by, changes, details }: HistoryEntry): Html {
  const who = by === 'person' ? 'by hand, in the practice ledger' : 'by Fieldledger, over the API'
  return html`<li><strong>${changes}</strong> ${who}<br><small>${asMoment(at)}</small>${details !== '' && html`<br>${details}`}</li>`
}
