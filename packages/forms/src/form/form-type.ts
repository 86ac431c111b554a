import { Type } from 'typebox'

export const FormType = Type.Union([
  Type.Literal('purchase-order'),
  Type.Literal('service-order'),
  Type.Literal('receipt'),
  Type.Literal('bill'),
  Type.Literal('sales-invoice'),
  Type.Literal('custom'),
])
export type FormType = Type.Static<typeof FormType>
