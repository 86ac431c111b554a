import type { CompanyScope } from '@fieldledger/workflow'
import { findActiveLedger, type Ledger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import { planVendorUpdates } from '../vendors/plan-vendor-updates.ts'
import { pushOwed } from '../vendors/push-owed.ts'
import { type LongLists, readOrHandOver } from '../whole-import/read-or-hand-over.ts'
import { applyPlan } from './apply-plan.ts'
import { type PlannedRow, planImport } from './plan-import.ts'
import { readRemoteRows, toRemoteRows } from './read-remote-rows.ts'
import { type ImportList, importOrder, kindOfList, type RemoteRow } from './remote-row.ts'

export interface ImportedList {
  list: ImportList
  rows: PlannedRow[]
}

/**
 * What an import would do, or did. Importing twice makes nothing twice. Lists that are missing in the answer are too
 * long for one request: a worker goes on with them.
 */
export async function importFromLedger(
  ports: CataloguePorts,
  wish: {
    scope: CompanyScope
    connectionId: string
    lists: readonly ImportList[]
    apply: boolean
    /** Absent = however long they are, they are read now. */
    long?: LongLists
  },
): Promise<ImportedList[]> {
  const ledger = await findActiveLedger(ports, wish)
  if (wish.apply && wish.lists.includes('vendors')) await pushOwed(ports, wish)
  const imported: ImportedList[] = []
  const lists = importOrder.filter((each) => wish.lists.includes(each))
  for (const [place, list] of lists.entries()) {
    const remotes = await read(ports, { ...wish, ledger, list, rest: lists.slice(place + 1) })
    if (remotes === undefined) break
    const planNow = () => plan(ports, { scope: wish.scope, ledger, list, remotes })
    const rows = await planNow()
    if (wish.apply)
      await applyPlan(ports, { scope: wish.scope, ledger, list, remotes, rows, planAgain: planNow })
    imported.push({ list, rows })
  }
  if (wish.apply) await ports.wakeHeld(wish.scope, wish.connectionId)
  return imported
}

async function read(
  ports: CataloguePorts,
  of: {
    scope: CompanyScope
    ledger: Ledger
    list: ImportList
    rest: readonly ImportList[]
    apply: boolean
    long?: LongLists
  },
): Promise<RemoteRow[] | undefined> {
  const { long } = of
  if (long === undefined) return readRemoteRows(ports, of)
  const wish = of.apply ? undefined : 'preview'
  const rows = await readOrHandOver(ports, { ...of, long, wish })
  return rows === undefined ? undefined : toRemoteRows(ports, { ...of, rows })
}

async function plan(
  ports: CataloguePorts,
  of: { scope: CompanyScope; ledger: Ledger; list: ImportList; remotes: readonly RemoteRow[] },
): Promise<PlannedRow[]> {
  const kind = kindOfList[of.list]
  const ours = await ports.catalogue.all(of.scope, kind)
  const links = await ports.links.ofLedger(of.scope, { ledger: of.ledger.key, kind })
  const bought = of.remotes.filter(({ notBought }) => notBought !== true)
  const rows = planImport(bought, { ours, links, currency: of.ledger.target.currency })
  if (kind !== 'vendor') return rows
  const { remotes, ledger } = of
  const at = ports.clock.now()
  return planVendorUpdates(rows, { remotes, ours: ours as Vendor[], links, ledger, at })
}
