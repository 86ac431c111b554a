import type { RemoteReference } from '@fieldledger/accounting'
import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { AgreedPair } from '../ports/link-repository.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { nameKey } from '../search/name-key.ts'
import { groupBy } from './group-by.ts'
import type { RemoteRow } from './remote-row.ts'
import { tooLong } from './too-long.ts'

export interface PlannedRow {
  remote: RemoteReference
  name: string
  outcome: 'create' | 'link' | 'update' | 'already-linked' | 'skip-inactive' | 'conflict'
  matchedId?: string
  note?: string
  /** Of a supplier that is paired: what it takes over, if it is still as it was `ifOf` then. */
  change?: CatalogueChange<'vendor'>
  ifOf?: Date
  /** What is agreed with the ledger about it from now on. */
  agreed?: AgreedPair
  /** Ours differs, and the ledger must hear of it. */
  owes?: true
}

export interface ImportKnowledge {
  /** Ours of that kind, not archived. */
  ours: readonly { id: string; name: string; currency?: string }[]
  /** Links in these books of that kind. */
  links: readonly LinkRecord[]
  /** The ledger company's own currency: what a missing one means (G-08). */
  currency: string
}

const notes = {
  inactive: 'It is inactive in the ledger.',
  linkedInactive:
    'It is inactive in the ledger: no longer mapped until it is active there and synchronised again.',
  twinsThere: 'The ledger has several of this name: link the right one by hand.',
  twinsHere: 'We have several of this name: link the right one by hand.',
  pairTaken: 'Ours of this name is linked with another one there: look at both.',
}

/** What an import would do, row by row: matched by name and currency, exactly but for case and spaces. Pure. */
export function planImport(rows: readonly RemoteRow[], known: ImportKnowledge): PlannedRow[] {
  const currencyOf = (has: { currency?: string }) => has.currency ?? known.currency
  const keyOf = (has: { name: string; currency?: string }) => `${nameKey(has.name)}|${currencyOf(has)}`
  const ours = groupBy(known.ours, keyOf)
  const activeThere = groupBy(
    rows.filter((row) => row.active),
    keyOf,
  )
  const byRemote = new Map(known.links.map((link) => [link.remote.id, link]))
  const byOurs = new Map(known.links.map((link) => [link.ourId, link]))

  return rows.map((row): PlannedRow => {
    const { remote, name } = row
    const linked = byRemote.get(remote.id)
    if (linked !== undefined)
      return {
        remote,
        name,
        outcome: 'already-linked',
        matchedId: linked.ourId,
        ...(row.active ? {} : { note: notes.linkedInactive }),
      }
    if (!row.active) return { remote, name, outcome: 'skip-inactive', note: notes.inactive }
    if ((activeThere.get(keyOf(row)) ?? []).length > 1)
      return { remote, name, outcome: 'conflict', note: notes.twinsThere }
    const matches = ours.get(keyOf(row)) ?? []
    const [match] = matches
    const [unfit] = match === undefined ? tooLong(row.input) : []
    if (unfit !== undefined) return { remote, name, outcome: 'conflict', note: unfit.note }
    if (match === undefined) return { remote, name, outcome: 'create' }
    if (matches.length > 1) return { remote, name, outcome: 'conflict', note: notes.twinsHere }
    if (byOurs.has(match.id))
      return { remote, name, outcome: 'conflict', matchedId: match.id, note: notes.pairTaken }
    return { remote, name, outcome: 'link', matchedId: match.id }
  })
}
