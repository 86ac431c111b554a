import { Type } from 'typebox'

/** What a ledger can hold. Bill = payable, SalesInvoice = receivable (G-01). */
export const DocumentKind = Type.Union([
  Type.Literal('purchase-order'),
  Type.Literal('service-order'),
  Type.Literal('receipt'),
  Type.Literal('bill'),
  Type.Literal('sales-invoice'),
  Type.Literal('payment'),
])
export type DocumentKind = Type.Static<typeof DocumentKind>
