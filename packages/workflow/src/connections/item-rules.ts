import { Type } from 'typebox'
import { Side } from './supplier-rules.ts'

/** What both sides know of an item (S2-30). */
export const itemFields = ['name', 'sku', 'description', 'price', 'vendorId', 'accountId'] as const
export type ItemField = (typeof itemFields)[number]

const side = Type.Optional(Side)

/** What stands where both sides changed an item: visible choices for each connection. */
export const ItemRules = Type.Object(
  {
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
