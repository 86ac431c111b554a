import type { ItemFields } from './item-fields.ts'
import { itemLabels } from './item-labels.ts'

/** Which fields are kept here, and go to the ledger as they are. Pure. */
export function saySent(fields: ItemFields): string[] {
  const words = Object.keys(fields).map((field) => itemLabels[field as keyof ItemFields])
  return words.length === 0 ? [] : [`Kept here and sent there: ${words.join(', ')}.`]
}
