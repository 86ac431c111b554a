import type { CompanyScope } from '@fieldledger/workflow'
import { readRemoteRows, toRemoteRows } from '../import/read-remote-rows.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { asKeptThere } from '../items/as-kept-there.ts'
import { ownedHere } from '../items/owned-here.ts'
import { findActiveLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { type LongLists, readOrHandOver } from '../whole-import/read-or-hand-over.ts'
import { planItemSync, type SyncedItem } from './plan-item-sync.ts'
import { type SyncedSides, syncBatch } from './sync-batch.ts'

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
  return syncAndWake(ports, { scope: wish.scope, ledger, rows })
}

/** The same for a request; undefined = the list is long: a worker goes on with it. */
export async function syncItemsOrHandOver(
  ports: CataloguePorts,
  { long, ...wish }: { scope: CompanyScope; connectionId: string; long: LongLists },
): Promise<SyncedItem[] | undefined> {
  const ledger = await findActiveLedger(ports, wish)
  const walk = { scope: wish.scope, ledger, list: 'items', rest: [], wish: 'sync-items', long } as const
  const read = await readOrHandOver(ports, walk)
  if (read === undefined) return undefined
  const rows = await toRemoteRows(ports, { ...walk, rows: read })
  return syncAndWake(ports, { scope: wish.scope, ledger, rows })
}

async function syncAndWake(ports: CataloguePorts, sync: Sync): Promise<SyncedItem[]> {
  const done = await syncRows(ports, sync)
  await ports.wakeHeld(sync.scope, sync.ledger.target.id)
  return done
}

/** Items that were read already; planned anew while somebody changes or links one of them. */
export async function syncRows(ports: CataloguePorts, sync: Sync): Promise<SyncedItem[]> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const done = await syncOnce(ports, sync)
    if (done !== undefined) return done
  }
  throw new CatalogueRefused('import-busy')
}

/** undefined = somebody linked one of them, or changed one of ours, meanwhile. */
async function syncOnce(ports: CataloguePorts, sync: Sync): Promise<SyncedItem[] | undefined> {
  const { scope, ledger, rows } = sync
  const which = { ledger: ledger.key, kind: 'material' } as const
  const links = await ports.links.ofLedger(scope, which)
  const ours = await ports.catalogue.all(scope, 'material')
  const owned = ownedHere(ledger)
  const compared = owned.includes('price') ? ours.map((item) => asKeptThere(item, ledger)) : ours
  const plan = planItemSync(rows, { ours: compared, links, always: ledger.itemRules.always, owned })
  const sides: SyncedSides = {
    scope,
    ledger,
    rows: new Map(rows.map((row) => [row.remote.id, row])),
    ours: new Map(ours.map((material) => [material.id, material])),
    linksOfOurs: new Map(links.map((link) => [link.ourId, link])),
    linksOfTheirs: new Map(links.map((link) => [link.remote.id, link])),
  }
  const due = plan.filter(({ ourId, outcome }) => ourId !== undefined && outcome !== 'disappeared')
  for (let from = 0; from < due.length; from += batchSize) {
    const batch = syncBatch(ports, { items: due.slice(from, from + batchSize), sides })
    if (!(await ports.links.insertBatch(scope, batch))) return undefined
  }
  await ports.links.refresh(scope, { ...which, seen: [...rows, ...missing(links, rows)] })
  return plan
}

/** What the ledger does not list any more is inactive to us. */
function missing(links: readonly LinkRecord[], rows: readonly RemoteRow[]) {
  const there = new Set(rows.map(({ remote }) => remote.id))
  return links.filter(({ remote }) => !there.has(remote.id)).map(({ remote }) => ({ remote, active: false }))
}
