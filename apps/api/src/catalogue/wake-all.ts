import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'

/** A shorter name or another account may be what a held document waits for. */
export async function wakeAll(doors: LedgerDoors, scope: CompanyScope): Promise<void> {
  const connections = await doors.connections.connections.list(scope)
  for (const { id, state } of connections) if (state === 'active') await doors.catalogue.wakeHeld(scope, id)
}
