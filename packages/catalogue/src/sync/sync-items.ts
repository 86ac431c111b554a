import type { CompanyScope } from '@fieldledger/workflow'
import { readRemoteRows } from '../import/read-remote-rows.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { findActiveLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { ImportBatch } from '../ports/link-repository.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { planItemSync, type SyncedItem } from './plan-item-sync.ts'

const batchSize = 200
const mostTries = 5

interface Sync {
  scope: CompanyScope
  ledger: Ledger
  rows: readonly RemoteRow[]
}

/** The button Sync Items: what is called the same is paired, and pairs take over what the ledger says. */
export async function syncItems(
  ports: CataloguePorts,
  wish: { scope: CompanyScope; connectionId: string },
): Promise<SyncedItem[]> {
  const ledger = await findActiveLedger(ports, wish)
  const rows = await readRemoteRows(ports, { scope: wish.scope, ledger, list: 'items' })
  for (let tries = 0; tries < mostTries; tries += 1) {
    const done = await syncOnce(ports, { scope: wish.scope, ledger, rows })
    if (done === undefined) continue
    await ports.wakeHeld(wish.scope, wish.connectionId)
    return done
  }
  throw new CatalogueRefused('import-busy')
}

/** undefined = somebody linked one of them meanwhile. */
async function syncOnce(ports: CataloguePorts, sync: Sync): Promise<SyncedItem[] | undefined> {
  const which = { ledger: sync.ledger.key, kind: 'material' } as const
  const links = await ports.links.ofLedger(sync.scope, which)
  const plan = planItemSync(sync.rows, { ours: await ports.catalogue.all(sync.scope, 'material'), links })
  const due = plan.filter(({ ourId, outcome }) => ourId !== undefined && outcome !== 'disappeared')
  for (let from = 0; from < due.length; from += batchSize) {
    const batch = batchOf(ports, { ...sync, links, items: due.slice(from, from + batchSize) })
    if (!(await ports.links.insertBatch(sync.scope, batch))) return undefined
  }
  await ports.links.refresh(sync.scope, { ...which, seen: [...sync.rows, ...missing(links, sync.rows)] })
  return plan
}

/** What the ledger does not list any more is inactive to us. */
function missing(links: readonly LinkRecord[], rows: readonly RemoteRow[]) {
  const there = new Set(rows.map(({ remote }) => remote.id))
  return links.filter(({ remote }) => !there.has(remote.id)).map(({ remote }) => ({ remote, active: false }))
}

function batchOf(
  ports: CataloguePorts,
  of: Sync & { links: readonly LinkRecord[]; items: readonly SyncedItem[] },
): ImportBatch {
  const at = ports.clock.now()
  const pairs = of.items.flatMap(({ ourId, ...item }) => (ourId === undefined ? [] : [{ ...item, ourId }]))
  const isKept = (link: LinkRecord) =>
    pairs.some(({ ourId, remote }) => link.ourId === ourId && link.remote.id === remote.id)
  const fresh = pairs.filter(
    ({ ourId, remote }) => !of.links.some((link) => link.ourId === ourId && link.remote.id === remote.id),
  )
  const ours = new Set(fresh.map(({ ourId }) => ourId))
  const theirs = new Set(fresh.map(({ remote }) => remote.id))
  return {
    kind: 'material',
    records: [],
    drops: of.links
      .filter((link) => !isKept(link) && (ours.has(link.ourId) || theirs.has(link.remote.id)))
      .map(({ id }) => id),
    links: fresh.map(({ ourId, remote, outcome }) => ({
      id: ports.newId(),
      companyId: of.scope.companyId,
      ledger: of.ledger.key,
      kind: 'material',
      ourId,
      remote,
      active: true,
      origin: outcome === 'moved' ? 'by-hand' : 'matched',
      linkedAt: at,
    })),
    changes: pairs
      .filter(({ change }) => Object.keys(change).length > 0)
      .map(({ ourId, change }) => ({ id: ourId, change: { ...change, updatedAt: at } })),
  }
}
