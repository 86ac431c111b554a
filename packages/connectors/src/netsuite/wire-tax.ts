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

/** `subsidiary` (NSREC): its own country, and those in which it is registered besides. */
export const SubsidiaryTax = Type.Object({
  country: Type.Optional(Type.Object({ id: Type.Optional(Mark) })),
  nexus: Type.Optional(
    Type.Object({
      items: Type.Optional(
        Type.Array(Type.Object({ country: Type.Optional(Type.String({ maxLength: 100 })) }), {
          maxItems: 500,
        }),
      ),
    }),
  ),
})
