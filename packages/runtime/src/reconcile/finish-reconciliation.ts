import type { LedgerDriver } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { noteRemoved } from '../effects/note-removed.ts'
import { readDocument } from '../effects/read-document.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { ReconciledDocument, Reconciliation } from '../ports/reconciliation-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { rowOfMissing, rowOfTheirs } from './compare-row.ts'

/** So many are looked up one by one before it is remembered how far it came. */
const mostLookedUp = 20

/** Ours that no page of the month held: each is looked up, as its date may have been changed there; then it is done. */
export async function finishReconciliation(
  runtime: Runtime,
  { reconciliation, driver }: { reconciliation: Reconciliation; driver: LedgerDriver },
): Promise<boolean> {
  const { companyId, connectionId, month, pass } = reconciliation
  const store = runtime.ports.stores.of(companyScope(companyId))
  const unseen = await store.reconciliations.unseen({ connectionId, month, pass, limit: mostLookedUp })
  if (unseen.length > 0) {
    const rows: ReconciledDocument[] = []
    for (const effect of unseen) {
      const row = await lookUp(runtime, { reconciliation, driver, effect })
      if (row !== undefined) rows.push({ ...row, id: runtime.newId() })
    }
    await store.reconciliations.put(rows)
    failpoint('reconcile.after-rows')
    return store.reconciliations.move(reconciliation, { read: reconciliation.read })
  }
  const finishedAt = runtime.clock.now()
  const done = { state: 'finished', dueAt: null, finishedAt, message: null } as const
  if (await store.reconciliations.move(reconciliation, done))
    await store.reconciliations.forget({ connectionId, month, pass })
  return false
}

async function lookUp(
  runtime: Runtime,
  of: { reconciliation: Reconciliation; driver: LedgerDriver; effect: Effect },
): Promise<Omit<ReconciledDocument, 'id'> | undefined> {
  const { reconciliation, driver, effect } = of
  const { confirmation, target } = effect
  if (confirmation === undefined || target.kind !== 'document') return undefined
  const { companyId, connectionId } = reconciliation
  const found = await readDocument(driver, {
    kind: target.documentKind,
    reference: confirmation.reference,
    scope: { companyId, connectionId, effectId: effect.id, asked: { personId: reconciliation.startedBy.id } },
  })
  if (found !== null && found.status !== 'removed')
    return rowOfTheirs(reconciliation, { found, holder: effect })
  await noteRemoved({ runtime, companyId }, { effect, once: 'reconciled' })
  return rowOfMissing(reconciliation, effect)
}
