import type { CompanyScope } from '@fieldledger/workflow'
import { readRemoteRows } from '../import/read-remote-rows.ts'
import type { RemoteRow } from '../import/remote-row.ts'
import { findActiveLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
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
  for (let tries = 0; tries < mostTries; tries += 1) {
    const done = await syncOnce(ports, { scope: wish.scope, ledger, rows })
    if (done === undefined) continue
    await ports.wakeHeld(wish.scope, wish.connectionId)
    return done
  }
  throw new CatalogueRefused('import-busy')
}

/** undefined = somebody linked one of them, or changed one of ours, meanwhile. */
async function syncOnce(ports: CataloguePorts, sync: Sync): Promise<SyncedItem[] | undefined> {
  const { scope, ledger, rows } = sync
  const which = { ledger: ledger.key, kind: 'material' } as const
  const links = await ports.links.ofLedger(scope, which)
  const ours = await ports.catalogue.all(scope, 'material')
  const plan = planItemSync(rows, { ours, links, always: ledger.itemRules.always })
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
