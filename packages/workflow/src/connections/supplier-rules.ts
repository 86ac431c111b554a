import { Type } from 'typebox'

/** What both sides know of a supplier (S2-05). */
export const supplierFields = [
  'name',
  'address',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
  'accountNumber',
  'email',
] as const
export type SupplierField = (typeof supplierFields)[number]

/** Whose value stands where both sides changed the same field. */
export const Side = Type.Union([Type.Literal('ours'), Type.Literal('theirs')])
export type Side = Type.Static<typeof Side>

const side = Type.Optional(Side)

/** What becomes of the other side when a supplier is changed on one: visible choices for each connection (G-07). */
export const SupplierRules = Type.Object(
  {
    /** Made inactive in the ledger: ours stays in the list without a pair, or is archived. */
    inactiveThere: Type.Union([Type.Literal('unlink'), Type.Literal('archive')]),
    /** Archived here: theirs is made inactive, or stays as it is. */
    archivedHere: Type.Union([Type.Literal('deactivate'), Type.Literal('keep')]),
    /** Fields of which one side's value is always taken; of all others a person decides. */
    always: Type.Optional(
      Type.Object(
        {
          name: side,
          address: side,
          city: side,
          region: side,
          postalCode: side,
          country: side,
          phone: side,
          accountNumber: side,
          email: side,
        } satisfies Record<SupplierField, typeof side>,
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type SupplierRules = Type.Static<typeof SupplierRules>

export const usualSupplierRules: SupplierRules = { inactiveThere: 'unlink', archivedHere: 'deactivate' }
