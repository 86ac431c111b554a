import type { RemoteRow } from '../import/remote-row.ts'
import type { Material } from '../records/catalogue-record.ts'
import { shortTextLimit } from '../records/record-limits.ts'
import { nameKey } from '../search/name-key.ts'

interface Settled {
  takes?: string
  note?: string
}

/** Which pairs take the ledger's name. Two of ours never come to bear one name: those keep their own. */
export function settleNames(
  pairs: readonly { ours: Material; row: RemoteRow }[],
  all: readonly Material[],
): Map<string, Settled> {
  const settled = new Map<string, Settled>()
  for (const { ours, row } of pairs)
    if (row.name !== ours.name && row.name.length <= shortTextLimit) settled.set(ours.id, { takes: row.name })
  for (let refused = refuseTwins(settled, all); refused > 0; ) refused = refuseTwins(settled, all)
  return settled
}

/** A name that is kept may in its turn be what another one wanted: called until none is refused. */
function refuseTwins(settled: Map<string, Settled>, all: readonly Material[]): number {
  const bearers = new Map<string, Material[]>()
  for (const material of all) {
    const key = nameKey(settled.get(material.id)?.takes ?? material.name)
    bearers.set(key, [...(bearers.get(key) ?? []), material])
  }
  let refused = 0
  for (const twins of bearers.values())
    for (const { id } of twins.length > 1 ? twins : []) {
      const takes = settled.get(id)?.takes
      if (takes === undefined) continue
      settled.set(id, { note: `It is called "${takes}" there, and another one of ours has that name.` })
      refused += 1
    }
  return refused
}
