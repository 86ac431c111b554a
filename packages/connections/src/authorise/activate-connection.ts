import type { CompanyScope } from '@fieldledger/workflow'
import { checkHealth } from '../health/check-health.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'

/** Its tokens are kept: what waited for them goes. */
export async function activateConnection(
  ports: ConnectionPorts,
  which: { scope: CompanyScope; connectionId: string; personId: string },
): Promise<void> {
  const { scope, connectionId: id } = which
  const now = ports.clock.now()
  await ports.connections.update(scope, {
    id,
    change: { state: 'active', connectedAt: now, connectedBy: which.personId },
  })
  await checkHealth(ports, { scope, connectionId: id })
  await ports.wake(scope, id)
}
