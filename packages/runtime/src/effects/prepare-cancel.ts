import { documentCapability } from '@fieldledger/accounting'
import { closeTasks } from './close-tasks.ts'
import { digest } from './content-hash.ts'
import { isToBeDeleted } from './document-effects.ts'
import { callScope, type EffectWork, settle } from './effect-work.ts'
import { isTakenOut } from './is-taken-out.ts'
import type { Prepared } from './prepare-effect.ts'
import { readDocument } from './read-document.ts'
import { settleCancelled } from './settle-cancelled.ts'
import { settledBefore } from './settled-before.ts'

/** Takes the document out of the ledger by G-13, once everything before is settled. */
export async function prepareCancel(work: EffectWork): Promise<Prepared | undefined> {
  const { effect, connection } = work
  const before = await settledBefore(work)
  if (before === undefined) return undefined
  const [create] = before
  const kind = effect.target.kind === 'document' ? effect.target.documentKind : undefined
  const usual = kind === undefined ? undefined : documentCapability(connection.capabilities, kind)?.cancel
  const how = isToBeDeleted(effect) ? 'delete' : (usual ?? 'none')
  if (create?.confirmation === undefined || kind === undefined || how === 'none') {
    await settle(work, {
      change: { state: 'superseded', waitingFor: null, due: 'never' },
      also: (store) => closeTasks(store, { effect }),
    })
    return undefined
  }
  const found = await readDocument(work.driver, {
    kind,
    reference: create.confirmation.reference,
    scope: callScope(work),
  })
  // A closed one, paid or billed, can still be deleted or voided, or the ledger says why it stays.
  if (isTakenOut(found, how)) {
    await settleCancelled(work, { create, remote: found, how })
    return undefined
  }
  const input = { kind, reference: found.reference, how }
  return { frozen: { operation: 'document.cancel', input, hash: digest(input) } }
}
