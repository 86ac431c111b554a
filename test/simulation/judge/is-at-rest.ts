import type { LedgerBooks } from '../world/ledger-books.ts'
import type { OurBooks } from './books-row.ts'
import { waitsForPerson } from './waits-for-person.ts'

/** Nobody acts, holds or waits for a moment: whatever is left stays as it is. */
export function isAtRest(ours: OurBooks, books: LedgerBooks): boolean {
  return (
    books.underWay === 0 &&
    ours.tasks().every(({ state }) => state !== 'open') &&
    ours
      .runs()
      .every(({ state, dueAt, claimedBy }) => !claimedBy && (state !== 'active' || dueAt === null)) &&
    ours.effects().every((effect) => !effect.claimedBy && !effect.dueAt && !waitsForPerson(effect))
  )
}
