import { type LedgerDriver, LedgerError, type Page, type RemoteDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { failpoint } from '../failpoints/failpoint.ts'
import type { ReconciledDocument, Reconciliation } from '../ports/reconciliation-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { rowOfTheirs } from './compare-row.ts'
import { finishReconciliation } from './finish-reconciliation.ts'

const waitAfterTroubleMs = 30_000

/**
 * Reads the next page of the ledger and remembers where it is: whoever is killed here, the next worker goes on. Two that
 * read the same page write the same rows. false = there is nothing more to do now.
 */
export async function advanceReconciliation(
  runtime: Runtime,
  which: { companyId: string; id: string },
): Promise<boolean> {
  const scope = companyScope(which.companyId)
  const store = runtime.ports.stores.of(scope)
  const reconciliation = await store.reconciliations.byId(which.id)
  if (reconciliation?.state !== 'reading') return false
  const { connectionId } = reconciliation
  const target = await runtime.ports.lookups.connections.target({ scope, connectionId })
  if (target === undefined) return stop(runtime, { reconciliation, message: disconnected })
  try {
    const driver = runtime.driverFor(target)
    const kind = reconciliation.kinds[reconciliation.at.kind]
    if (kind === undefined) return await finishReconciliation(runtime, { reconciliation, driver })
    const page = await readPage(driver, { reconciliation, kind })
    failpoint('reconcile.after-page')
    const rows: ReconciledDocument[] = []
    for (const found of page.rows) {
      const holder = await store.effects.holderOf({ connectionId, remoteId: found.reference.id })
      rows.push({ ...rowOfTheirs(reconciliation, { found, holder }), id: runtime.newId() })
    }
    await store.reconciliations.put(rows)
    failpoint('reconcile.after-rows')
    return await store.reconciliations.move(reconciliation, {
      at:
        page.next === undefined
          ? { kind: reconciliation.at.kind + 1 }
          : { ...reconciliation.at, cursor: page.next },
      read: reconciliation.read + rows.length,
      message: null,
    })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    return stop(runtime, { reconciliation, message: error.message, error })
  }
}

const disconnected =
  'This ledger is not connected any more: connect it under Connections, then compare again.'

function readPage(
  driver: LedgerDriver,
  { reconciliation, kind }: { reconciliation: Reconciliation; kind: RemoteDocument['kind'] },
): Promise<Page<RemoteDocument>> {
  const { companyId, connectionId, month, at, startedBy } = reconciliation
  const from = `${month}-01`
  const days = { from, to: DateTime.fromISO(from).endOf('month').toISODate() ?? from }
  const cursor = at.cursor === undefined ? {} : { cursor: at.cursor }
  const scope = { companyId, connectionId, asked: { personId: startedBy.id } }
  return driver.run({ operation: 'document.list', input: { kind, ...days, ...cursor }, scope })
}

/** A ledger that is busy or silent is asked again later, from the same page. */
async function stop(
  runtime: Runtime,
  of: { reconciliation: Reconciliation; message: string; error?: LedgerError },
): Promise<boolean> {
  const { reconciliation, message, error } = of
  const store = runtime.ports.stores.of(companyScope(reconciliation.companyId))
  const now = runtime.clock.now()
  if (error?.retryable === true) {
    const dueAt = new Date(now.getTime() + (error.detail.retryAfterMs ?? waitAfterTroubleMs))
    await store.reconciliations.move(reconciliation, { dueAt, message })
  } else
    await store.reconciliations.move(reconciliation, {
      state: 'failed',
      dueAt: null,
      finishedAt: now,
      message,
    })
  return false
}
