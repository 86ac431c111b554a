import type { CompanyScope } from '@fieldledger/workflow'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'

/** These lists of the ledger's were imported just now. */
export async function noteImported(
  ports: Pick<ConnectionPorts, 'connections' | 'clock'>,
  what: { scope: CompanyScope; connectionId: string; lists: readonly string[] },
): Promise<void> {
  const { id, imported } = await findConnection(ports, what)
  const at = ports.clock.now()
  const fresh = Object.fromEntries(what.lists.map((list) => [list, at]))
  await ports.connections.update(what.scope, { id, change: { imported: { ...imported, ...fresh } } })
}
