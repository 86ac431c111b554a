import { Type } from 'typebox'
import { Amount } from './wire.ts'

/** Finance.xsd `ExchangeRate`: how much of the home currency one unit of the other is. */
export const OneExchangeRate = Type.Object({
  ExchangeRate: Type.Object({ Rate: Type.Optional(Amount) }),
})
