import { Type } from 'typebox'

/** How many vendors and items are put into the books at one go. */
export const CrowdRequest = Type.Object(
  {
    vendors: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    items: Type.Optional(Type.Integer({ minimum: 0, maximum: 50_000 })),
  },
  { additionalProperties: false },
)
