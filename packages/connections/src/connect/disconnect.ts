import { LedgerError, settingsOfCompany } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { wasAuthorised } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { findConnection } from './find-connection.ts'

/**
 * Withdraws our access and erases the secrets. Lists, links, rules and effects stay, keyed by the ledger company (G-17):
 * connecting the same company again finds them. A provider that does not answer does not hold up the erasing.
 */
export async function disconnect(
  ports: ConnectionPorts,
  which: { scope: CompanyScope; connectionId: string },
): Promise<{ revoked: boolean }> {
  const connection = await findConnection(ports, which)
  if (!wasAuthorised(connection)) return { revoked: false }
  const target = connectionTarget(connection)
  const revoked = connection.state === 'disconnected' ? false : await revoke(ports, target)
  await ports.connections.update(which.scope, { id: connection.id, change: { state: 'disconnected' } })
  await ports.vault.forget(target)
  return { revoked }
}

async function revoke(ports: ConnectionPorts, target: ReturnType<typeof connectionTarget>): Promise<boolean> {
  const connector = ports.connectorOf(target.provider)
  const settings = ports.settingsOf(target.provider, target.environment)
  if (connector === undefined || settings === undefined) return false
  try {
    const { refreshToken } = await ports.vault.read(target)
    const place = settingsOfCompany(settings, target.ledgerCompanyId)
    await connector.authorisation.revoke(place, refreshToken)
    return true
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}
