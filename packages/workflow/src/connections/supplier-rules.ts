import { Type } from 'typebox'

/** What becomes of the other side when a supplier is deactivated on one: a visible choice for each connection (G-07). */
export const SupplierRules = Type.Object(
  {
    /** Made inactive in the ledger: ours stays in the list without a pair, or is archived. */
    inactiveThere: Type.Union([Type.Literal('unlink'), Type.Literal('archive')]),
    /** Archived here: theirs is made inactive, or stays as it is. */
    archivedHere: Type.Union([Type.Literal('deactivate'), Type.Literal('keep')]),
  },
  { additionalProperties: false },
)
export type SupplierRules = Type.Static<typeof SupplierRules>

export const usualSupplierRules: SupplierRules = { inactiveThere: 'unlink', archivedHere: 'deactivate' }
