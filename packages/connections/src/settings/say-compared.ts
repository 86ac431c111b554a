import type { CompanyScope } from '@fieldledger/workflow'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'

/** After a restore a person has compared the ledger's books with ours: new forms are sent without a look before again. */
export async function sayCompared(
  ports: ConnectionPorts,
  said: { scope: CompanyScope; connectionId: string; personId: string; at: Date },
): Promise<ConnectionRecord> {
  const connection = await findConnection(ports, said)
  const { restored } = connection
  if (restored === undefined || restored.comparedAt !== undefined) return connection
  const change = { restored: { ...restored, comparedAt: said.at, comparedBy: said.personId } }
  await ports.connections.update(said.scope, { id: connection.id, change })
  return { ...connection, ...change }
}
