import { type Json, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { EntityKind } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'

/** An order posts nothing. */
const posting: readonly EntityKind[] = ['Bill', 'BillPayment']

/** What posts on a day of the closed books stays as it is. */
export function checkBooksOpen(
  kind: EntityKind,
  { realm, days }: { realm: Realm; days: readonly (Json | undefined)[] },
): void {
  const closed = realm.settings.bookCloseDate
  if (closed === null || !posting.includes(kind)) return
  if (days.some((day) => day !== undefined && (textOf(day) ?? '').slice(0, 10) <= closed))
    throw refuse.periodClosed()
}
