import { Type } from 'typebox'
import { DecimalText } from '../money/decimal-text.ts'

/** A tax code of the ledger company that may stand on what is bought. */
export const PurchaseTaxCode = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** How much it adds in all, in per cent. */
  rate: DecimalText,
  /** The taxes that it is made of, in per cent, where they are reckoned and rounded one by one. */
  parts: Type.Optional(Type.Array(DecimalText)),
  /** The ledger's ids of those taxes, in the same order, or of the only one: a tax may be part of several codes. */
  rateIds: Type.Optional(Type.Array(Type.String())),
})
export type PurchaseTaxCode = Type.Static<typeof PurchaseTaxCode>
