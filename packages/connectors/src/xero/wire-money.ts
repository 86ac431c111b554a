import { Type } from 'typebox'

/** What the organisation says of taxes and currencies; see wire.ts. */
const most = { maxItems: 100_000 }
const Flag = Type.Optional(Type.Boolean())

/** `TaxRate`: its flags are the classes of accounts on which it may stand. */
export const TaxRate = Type.Object({
  TaxType: Type.String({ maxLength: 50 }),
  Name: Type.Optional(Type.String({ maxLength: 255 })),
  Status: Type.Optional(Type.String({ maxLength: 50 })),
  EffectiveRate: Type.Optional(Type.Number({ minimum: -1e13, maximum: 1e13 })),
  CanApplyToAssets: Flag,
  CanApplyToEquity: Flag,
  CanApplyToExpenses: Flag,
  CanApplyToLiabilities: Flag,
  CanApplyToRevenue: Flag,
})
export type TaxRate = Type.Static<typeof TaxRate>

export const TaxRates = Type.Object({ TaxRates: Type.Array(TaxRate, most) })

/** `Currency`: those that the organisation has subscribed to. */
export const Currencies = Type.Object({
  Currencies: Type.Array(Type.Object({ Code: Type.Optional(Type.String({ maxLength: 10 })) }), most),
})
