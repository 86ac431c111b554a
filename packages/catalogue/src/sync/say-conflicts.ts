import type { ItemField } from '@fieldledger/workflow'
import { itemLabels } from './item-labels.ts'

/** Which fields wait for a person, and where. Pure. */
export function sayConflicts(fields: readonly ItemField[]): string[] {
  if (fields.length === 0) return []
  const words = fields.map((field) => itemLabels[field]).join(', ')
  return [`Changed on both sides: ${words}. Choose under Conflicts.`]
}
