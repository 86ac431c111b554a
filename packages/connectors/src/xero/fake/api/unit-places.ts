import { Decimal } from 'decimal.js'
import { decimalOf } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'

/** What a call without `unitdp=4` is shown of a unit amount that is kept more exactly. */
export function rounded(from: JsonObject, { name, places }: { name: string; places: 2 | 4 }): JsonObject {
  const amount = decimalOf(from[name])
  return amount ? { [name]: amount.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber() } : {}
}

export function roundedPrices(item: JsonObject, places: 2 | 4): JsonObject {
  return Object.fromEntries(
    ['PurchaseDetails', 'SalesDetails'].flatMap((side) => {
      const details = item[side]
      if (!isObject(details)) return []
      return [[side, { ...details, ...rounded(details, { name: 'UnitPrice', places }) }] as const]
    }),
  )
}
