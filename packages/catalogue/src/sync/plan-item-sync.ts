import type { RemoteReference } from '@fieldledger/accounting'
import type { ItemField, ItemRules, OwnedField } from '@fieldledger/workflow'
import type { CatalogueInput } from '../edit/save-record.ts'
import { groupBy } from '../import/group-by.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { tooLong } from '../import/too-long.ts'
import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { Material } from '../records/catalogue-record.ts'
import type { LinkRecord, PairFields } from '../records/link-record.ts'
import { nameKey } from '../search/name-key.ts'
import { heirOf } from './heir-of.ts'
import { itemFieldsOf } from './item-fields.ts'
import { type ReconciledItem, reconcileItem } from './reconcile-item.ts'
import { sayConflicts } from './say-conflicts.ts'
import { sayReplaced } from './say-replaced.ts'
import { saySent } from './say-sent.ts'
import { settleNames } from './settle-names.ts'

/** What Sync Items does with one pair, or with one item of the ledger that has none. */
export interface SyncedItem {
  remote: RemoteReference
  outcome: 'synchronised' | 'changed' | 'unchanged' | 'moved' | 'disappeared' | 'not-mapped' | 'conflict'
  ourId?: string
  change: CatalogueChange<'material'>
  notes: string[]
  /** Of a pair: the base of the next comparison, and what a person has to decide. */
  seen?: PairFields
  conflicts?: ItemField[]
  /** Ours is kept, and owed to the ledger. */
  owes?: boolean
}

export interface SyncKnowledge {
  /** Not archived. */
  ours: readonly Material[]
  links: readonly LinkRecord[]
  always?: ItemRules['always']
  owned?: readonly OwnedField[]
}

interface Pair {
  ours: Material
  row: RemoteRow
  outcome: SyncedItem['outcome']
  /** Absent = these two were never compared. */
  link?: LinkRecord
}

const notes = {
  gone: 'It is inactive in the ledger, or was taken out there.',
  twinsThere: 'The ledger has several of this name: map the right one by hand.',
  twinsHere: 'We have several of this name: map the right one by hand.',
  merged: 'It was merged there into another one.',
}

/** Sync Items, decided and nothing written: identical names are paired, pairs take over what the ledger says. Pure. */
export function planItemSync(rows: readonly RemoteRow[], known: SyncKnowledge): SyncedItem[] {
  const ours = new Map(known.ours.map((material) => [material.id, material]))
  const there = new Map(rows.map((row) => [row.remote.id, row]))
  const pairs: Pair[] = []
  const disappeared: SyncedItem[] = []
  for (const link of known.links) {
    const material = ours.get(link.ourId)
    if (material === undefined) continue
    const row = there.get(link.remote.id)
    if (row?.active)
      pairs.push({ ours: material, row, link, outcome: link.active ? 'unchanged' : 'synchronised' })
    else if (link.active) disappeared.push(gone(link))
  }
  const taken = () => new Set(pairs.map(({ row }) => row.remote.id))
  const moved = disappeared.filter((item) => {
    const material = ours.get(item.ourId ?? '')
    const row = heirOf(there.get(item.remote.id), { rows, taken: taken() })
    if (material === undefined || row === undefined) return false
    pairs.push({ ours: material, row, outcome: 'moved' })
    return true
  })
  const free = rows.filter(({ remote, active }) => active && !taken().has(remote.id))
  const paired = new Set(pairs.map((pair) => pair.ours.id))
  const named = pairByName(
    free,
    known.ours.filter(({ id }) => !paired.has(id)),
  )
  return [
    ...settle([...pairs, ...named.pairs], known),
    ...disappeared.filter((item) => !moved.includes(item)),
    ...named.rest,
  ]
}

function gone({ ourId, remote }: LinkRecord): SyncedItem {
  return { remote, outcome: 'disappeared', ourId, change: {}, notes: [notes.gone] }
}

function pairByName(
  free: readonly RemoteRow[],
  unmapped: readonly Material[],
): { pairs: Pair[]; rest: SyncedItem[] } {
  const here = groupBy(unmapped, ({ name }) => nameKey(name))
  const there = groupBy(free, ({ name }) => nameKey(name))
  const pairs: Pair[] = []
  const rest: SyncedItem[] = []
  for (const row of free) {
    const matches = here.get(nameKey(row.name)) ?? []
    const [match] = matches
    const single = matches.length === 1 && there.get(nameKey(row.name))?.length === 1
    if (match !== undefined && single) pairs.push({ ours: match, row, outcome: 'synchronised' })
    else if (match === undefined) {
      if (row.notBought !== true)
        rest.push({ remote: row.remote, outcome: 'not-mapped', change: {}, notes: [] })
    } else {
      const note = matches.length > 1 ? notes.twinsHere : notes.twinsThere
      rest.push({ remote: row.remote, outcome: 'conflict', change: {}, notes: [note] })
    }
  }
  return { pairs, rest }
}

/** What each pair takes over, its name too where it is free. */
function settle(pairs: readonly Pair[], known: SyncKnowledge): SyncedItem[] {
  const merges = new Map(pairs.map((pair) => [pair.ours.id, mergeOf(pair, known)]))
  const renamed = pairs.filter(({ ours }) => merges.get(ours.id)?.take.name !== undefined)
  const names = settleNames(renamed, known.ours)
  return pairs.map((pair) => {
    const { ours, row } = pair
    const merge = merges.get(ours.id) ?? mergeOf(pair, known)
    const name = names.get(ours.id)
    const { name: _wanted, ...taken } = merge.take
    const change = { ...taken, ...(name?.takes === undefined ? {} : { name: name.takes }) }
    const { name: agreedName, ...seen } = merge.seen
    // A name that could not be taken was not agreed on.
    const isAgreed = agreedName !== undefined && name?.note === undefined
    return {
      remote: row.remote,
      outcome: outcomeOf(pair, { merge, change }),
      ourId: ours.id,
      change,
      notes: [
        ...(pair.outcome === 'moved' ? [notes.merged] : []),
        ...(name?.note === undefined ? [] : [name.note]),
        ...sayReplaced(ours, change),
        ...sayConflicts(merge.conflicts),
        ...saySent(merge.send),
        ...tooLong(inputOf(pair)).map(({ note }) => note),
      ],
      seen: isAgreed ? { ...seen, name: agreedName } : seen,
      conflicts: merge.conflicts,
      ...(Object.keys(merge.send).length > 0 ? { owes: true } : {}),
    }
  })
}

function inputOf({ row }: Pair): CatalogueInput<'material'> {
  return row.input as CatalogueInput<'material'>
}

function mergeOf(pair: Pair, { always, owned = [] }: SyncKnowledge): ReconciledItem {
  return reconcileItem(pair.ours, {
    theirs: { ...itemFieldsOf(inputOf(pair)), name: pair.row.name },
    link: pair.link,
    always,
    owned,
  })
}

function outcomeOf(
  { outcome }: Pair,
  { merge, change }: { merge: ReconciledItem; change: object },
): SyncedItem['outcome'] {
  if (merge.conflicts.length > 0) return 'conflict'
  return outcome === 'unchanged' && Object.keys(change).length > 0 ? 'changed' : outcome
}
