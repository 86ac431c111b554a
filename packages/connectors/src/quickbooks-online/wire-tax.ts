import { Type } from 'typebox'
import { Amount, Reference, Text } from './wire.ts'

const Id = Reference.properties.value
const most = { maxItems: 1000 }

/** Finance.xsd `TaxRateDetail`. */
const TaxRateDetail = Type.Object({ TaxRateRef: Reference, TaxTypeApplicable: Type.Optional(Text) })

/** Finance.xsd `TaxCode`: the rates of what is bought; none = it is not for purchases. */
export const TaxCode = Type.Object({
  Id,
  Name: Text,
  Active: Type.Optional(Type.Boolean()),
  PurchaseTaxRateList: Type.Optional(
    Type.Object({ TaxRateDetail: Type.Optional(Type.Array(TaxRateDetail, { maxItems: 100 })) }),
  ),
})
export type TaxCode = Type.Static<typeof TaxCode>

/** Finance.xsd `TaxRate`. */
export const TaxRate = Type.Object({ Id, RateValue: Type.Optional(Amount) })
export type TaxRate = Type.Static<typeof TaxRate>

export const TaxCodes = Type.Object({
  QueryResponse: Type.Object({ TaxCode: Type.Optional(Type.Array(TaxCode, most)) }),
})
export const TaxRates = Type.Object({
  QueryResponse: Type.Object({ TaxRate: Type.Optional(Type.Array(TaxRate, most)) }),
})
