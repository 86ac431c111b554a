import { Type } from 'typebox'
import { Column, Mark, RowId } from './wire.ts'

/** `salesTaxItem` (NSREC): `rate` is in per cent, `available` is SALE, PURCHASE or BOTH. */
export const TaxItemRow = Type.Object({
  id: RowId,
  itemid: Column,
  rate: Column,
  available: Column,
  nexuscountry: Column,
})
export type TaxItemRow = Type.Static<typeof TaxItemRow>

export const TaxItem = Type.Object({
  nexusCountry: Type.Optional(Type.Object({ id: Type.Optional(Mark) })),
})
