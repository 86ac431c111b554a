import type { RemoteRow } from '../import/remote-row.ts'
import { nameKey } from '../search/name-key.ts'

/**
 * Into which item an inactive one was merged (S2-39): merging begins with giving it the other one's name, so that one
 * active item has the name that the inactive one still bears.
 */
export function heirOf(
  gone: RemoteRow | undefined,
  known: { rows: readonly RemoteRow[]; taken: ReadonlySet<string> },
): RemoteRow | undefined {
  if (gone === undefined) return undefined
  const heirs = known.rows.filter(({ active, name }) => active && nameKey(name) === nameKey(gone.name))
  const [heir] = heirs
  return heirs.length === 1 && heir !== undefined && !known.taken.has(heir.remote.id) ? heir : undefined
}
