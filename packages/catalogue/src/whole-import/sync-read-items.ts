import { companyScope } from '@fieldledger/workflow'
import type { PlannedRow } from '../import/plan-import.ts'
import { toRemoteRows } from '../import/read-remote-rows.ts'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ListProgress, WholeImport, WholeImports } from '../ports/whole-imports.ts'
import type { SyncedItem } from '../sync/plan-item-sync.ts'
import { syncRows } from '../sync/sync-items.ts'

type Ports = CataloguePorts & { wholeImports: WholeImports }

/** What became of an item, in the words of an import; not mapped = it is left to a person. */
const outcomes: Partial<Record<SyncedItem['outcome'], PlannedRow['outcome']>> = {
  synchronised: 'link',
  moved: 'link',
  changed: 'update',
  unchanged: 'already-linked',
  conflict: 'conflict',
}

/** Sync Items of a list that was read before: names are settled among all of them, so it is one piece. */
export async function syncReadItems(
  ports: Ports,
  { under, progress, ledger }: { under: WholeImport; progress: ListProgress; ledger: Ledger },
): Promise<Partial<WholeImport>> {
  const scope = companyScope(under.companyId)
  const part = { importId: under.id, list: progress.list }
  const read = await ports.wholeImports.unsettled(scope, { ...part, limit: progress.read })
  const rows = await toRemoteRows(ports, {
    ...{ scope, ledger, list: progress.list },
    rows: read.map(({ row }) => row),
  })
  const synced = await syncRows(ports, { scope, ledger, rows })
  const settled = synced.flatMap(({ remote, outcome, notes }) => {
    const told = outcomes[outcome]
    if (told === undefined) return []
    const note = notes.length === 0 ? {} : { note: notes.join(' ') }
    return [{ remoteId: remote.id, name: remote.name ?? remote.id, outcome: told, ...note }]
  })
  await ports.wholeImports.settle(scope, { ...part, rows: settled })
  const counts: ListProgress['outcomes'] = {}
  for (const { outcome } of settled) counts[outcome] = (counts[outcome] ?? 0) + 1
  const done = { ...progress, outcomes: counts, settled: progress.read }
  return {
    lists: under.lists.map((each) => (each.list === progress.list ? done : each)),
    phase: 'done',
    finishedAt: ports.clock.now(),
  }
}
