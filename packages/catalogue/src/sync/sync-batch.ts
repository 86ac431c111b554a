import type { CompanyScope } from '@fieldledger/workflow'
import type { RemoteRow } from '../import/remote-row.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ImportBatch } from '../ports/link-repository.ts'
import type { Material } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { agreedOf } from './agreed-of.ts'
import type { SyncedItem } from './plan-item-sync.ts'

/** What was known when it was planned. */
export interface SyncedSides {
  scope: CompanyScope
  ledger: Ledger
  rows: ReadonlyMap<string, RemoteRow>
  ours: ReadonlyMap<string, Material>
  /** By ours and by theirs: each has one pair at most. */
  linksOfOurs: ReadonlyMap<string, LinkRecord>
  linksOfTheirs: ReadonlyMap<string, LinkRecord>
}

/** What Sync Items writes of some pairs, all or nothing. */
export function syncBatch(
  ports: Pick<CataloguePorts, 'clock' | 'newId'>,
  { items, sides }: { items: readonly SyncedItem[]; sides: SyncedSides },
): ImportBatch {
  const at = ports.clock.now()
  const pairs = items.flatMap(({ ourId, ...item }) => (ourId === undefined ? [] : [{ ...item, ourId }]))
  const fresh = pairs.filter(({ ourId, remote }) => sides.linksOfOurs.get(ourId)?.remote.id !== remote.id)
  const inTheWay = fresh.flatMap(({ ourId, remote }) => [
    sides.linksOfOurs.get(ourId)?.id ?? [],
    sides.linksOfTheirs.get(remote.id)?.id ?? [],
  ])
  return {
    kind: 'material',
    records: [],
    drops: [...new Set(inTheWay.flat())],
    links: fresh.map(({ ourId, remote, outcome, seen }) => ({
      id: ports.newId(),
      companyId: sides.scope.companyId,
      ledger: sides.ledger.key,
      kind: 'material',
      ourId,
      remote,
      active: true,
      origin: outcome === 'moved' ? 'by-hand' : 'matched',
      linkedAt: at,
      ...(seen === undefined ? {} : { seen }),
    })),
    owes: {
      ledgers: [sides.ledger.key],
      ourIds: pairs.flatMap(({ ourId, owes }) => (owes === true ? [ourId] : [])),
      owed: { since: at },
    },
    agreed: pairs.flatMap((pair) => agreedOf(pair, { sides, at })),
    changes: pairs
      .filter(({ change }) => Object.keys(change).length > 0)
      .map(({ ourId, change }) => ({
        id: ourId,
        change: { ...change, updatedAt: at },
        ...asRead(sides.ours.get(ourId)),
      })),
  }
}

/** Whoever changed it since it was read loses nothing. */
function asRead(before: Material | undefined): { ifOf?: Date } {
  return before === undefined ? {} : { ifOf: before.updatedAt }
}
