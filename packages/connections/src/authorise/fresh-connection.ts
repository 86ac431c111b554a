import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'

/** One of the same ledger that was never authorised: what hangs on the other stays there. */
export function freshConnection(
  ports: Pick<ConnectionPorts, 'newId' | 'clock'>,
  old: ConnectionRecord,
): ConnectionRecord {
  const { companyId, provider, environment, name } = old
  return {
    id: ports.newId(),
    companyId,
    provider,
    environment,
    name,
    state: 'disconnected',
    rules: { costCodeAccounts: {} },
    createdAt: ports.clock.now(),
  }
}
