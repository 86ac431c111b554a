import type { LinkConflict, LinkRecord, PairField, PairFields } from '../records/link-record.ts'

/** Conflicts as they are kept with the pair; one that goes on keeps its date while the ledger's value stays. */
export function conflictsOf(
  fields: readonly PairField[],
  { theirs, link, at }: { theirs: PairFields; link: Pick<LinkRecord, 'conflicts'> | undefined; at: Date },
): LinkConflict[] {
  return fields.map((field) => {
    const value = theirs[field]
    const before = link?.conflicts?.find((conflict) => conflict.field === field && conflict.theirs === value)
    return before ?? { field, since: at, ...(value === undefined ? {} : { theirs: value }) }
  })
}
