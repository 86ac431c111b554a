import type { CompanyScope, Environment } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { refuseForbiddenEnvironment } from './allowed-environment.ts'

/** A connection that waits for its first consent. */
export async function createConnection(
  ports: ConnectionPorts,
  wanted: {
    scope: CompanyScope
    company: { practice: boolean }
    provider: string
    environment: Environment
    name?: string
  },
): Promise<ConnectionRecord> {
  const connector = ports.connectorOf(wanted.provider)
  if (connector === undefined) throw new ConnectionRefused('provider-unknown')
  refuseForbiddenEnvironment(wanted.environment, wanted.company)
  if (ports.settingsOf(wanted.provider, wanted.environment) === undefined)
    throw new ConnectionRefused('environment-not-set-up')
  const connection: ConnectionRecord = {
    id: ports.newId(),
    companyId: wanted.scope.companyId,
    provider: wanted.provider,
    environment: wanted.environment,
    name: wanted.name ?? connector.label,
    state: 'disconnected',
    rules: { costCodeAccounts: {} },
    createdAt: ports.clock.now(),
  }
  await ports.connections.insert(connection)
  return connection
}
