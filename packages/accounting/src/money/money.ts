import { Type } from 'typebox'

/** An amount of money: `minor` is in the currency's smallest unit (cents), never a float. */
export const Money = Type.Object(
  {
    minor: Type.Integer({ minimum: -(2 ** 53 - 1), maximum: 2 ** 53 - 1 }),
    currency: Type.String({ minLength: 3, maxLength: 3 }),
  },
  { additionalProperties: false },
)
export type Money = Type.Static<typeof Money>
