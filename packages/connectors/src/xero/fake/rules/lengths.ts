import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import { lengthLimits } from '../schema.ts'
import type { Draft } from './draft.ts'

/** Lengths of the document, and those that it tells in words only. */
const furtherLimits: Readonly<Record<string, readonly { property: string; limit: number }[]>> = {
  PurchaseOrder: [
    { property: 'DeliveryInstructions', limit: 500 },
    { property: 'PurchaseOrderNumber', limit: 255 },
    { property: 'Reference', limit: 255 },
  ],
  Invoice: [{ property: 'Reference', limit: 255 }],
  LineItem: [{ property: 'Description', limit: 4000 }],
}

export function checkLengths(draft: Draft): void {
  check(draft, { schema: draft.kind, element: draft.input })
  for (const line of listOf(draft.input.LineItems)) check(draft, { schema: 'LineItem', element: line })
  for (const address of listOf(draft.input.Addresses)) check(draft, { schema: 'Address', element: address })
}

function check({ problems }: Draft, { schema, element }: { schema: string; element: JsonObject }): void {
  for (const { property, limit } of [...lengthLimits(schema), ...(furtherLimits[schema] ?? [])]) {
    const value = element[property]
    const length = typeof value === 'string' ? value.length : 0
    if (length > limit && !isObject(value))
      problems.push(`The field ${property} must be a string with a maximum length of ${limit}.`)
  }
}
