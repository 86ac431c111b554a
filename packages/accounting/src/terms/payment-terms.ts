import { Type } from 'typebox'

/** When a bill of this supplier is due, where the document does not say it. */
export const PaymentTerms = Type.Object({
  count: Type.Union([
    /** So many days after the bill's date. */
    Type.Literal('days-after-date'),
    /** So many days after the end of the bill's month. */
    Type.Literal('days-after-month'),
    /** On this day of the bill's month. */
    Type.Literal('day-of-month'),
    /** On this day of the month after. */
    Type.Literal('day-of-next-month'),
  ]),
  days: Type.Integer({ minimum: 0, maximum: 3650 }),
})
export type PaymentTerms = Type.Static<typeof PaymentTerms>
