import type { JsonObject } from '../../../fake-service/json.ts'
import type { Entry } from '../books/company.ts'

const items: readonly { name: string; rate: number; isInactive?: true }[] = [
  { name: 'S-GB', rate: 20 },
  { name: 'R-GB', rate: 5 },
  { name: 'Z-GB', rate: 0 },
  { name: 'E-GB', rate: 0 },
  { name: 'Old-GB', rate: 17.5, isInactive: true },
]

/** The tax codes of an account that has tax on what it buys. */
export function taxItems(at: string): Entry[] {
  return items.map(({ name, rate, isInactive }, index): Entry => {
    const record: JsonObject = {
      id: String(index + 1),
      itemId: name,
      displayName: name,
      description: `${rate} %`,
      rate,
      isInactive: isInactive === true,
      dateCreated: at,
      lastModifiedDate: at,
    }
    return { type: 'salesTaxItem', record }
  })
}
