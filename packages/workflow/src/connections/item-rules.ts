import { Type } from 'typebox'
import { Side } from './supplier-rules.ts'

/** What both sides know of an item (S2-30). */
export const itemFields = ['name', 'sku', 'description', 'price', 'vendorId', 'accountId'] as const
export type ItemField = (typeof itemFields)[number]

/** Fields that either side may keep; whom and under which account it is bought are always the ledger's. */
const OwnedField = Type.Union([
  Type.Literal('name'),
  Type.Literal('sku'),
  Type.Literal('description'),
  Type.Literal('price'),
])
export type OwnedField = Type.Static<typeof OwnedField>
export const ownedFields: readonly OwnedField[] = OwnedField.anyOf.map(({ const: field }) => field)

const side = Type.Optional(Side)

/** Who keeps which field of an item, and what stands where both sides changed it: visible choices for each connection. */
export const ItemRules = Type.Object(
  {
    /** Fields of which ours stands and is sent to the ledger; of all others Sync Items takes the ledger's (G-09). */
    ownedHere: Type.Optional(Type.Array(OwnedField, { maxItems: 4, uniqueItems: true })),
    /** Fields of which one side's value is always taken; of all others a person decides. */
    always: Type.Optional(
      Type.Object(
        {
          name: side,
          sku: side,
          description: side,
          price: side,
          vendorId: side,
          accountId: side,
        } satisfies Record<ItemField, typeof side>,
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type ItemRules = Type.Static<typeof ItemRules>
