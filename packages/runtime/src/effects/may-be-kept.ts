import type { Effect } from '../ports/effect-store.ts'
import { isRemoved } from './mark-removed.ts'

/** It is there, otherwise than it was sent, and nobody said yet that it is right so. */
export function mayBeKept({ operation, state, confirmation }: Effect): boolean {
  if (operation !== 'create' || state !== 'confirmed' || confirmation === undefined) return false
  return confirmation.verified === 'differs' && confirmation.kept !== true && !isRemoved({ confirmation })
}
