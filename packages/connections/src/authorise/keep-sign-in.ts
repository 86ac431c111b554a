import type { Consent } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { AuthorisedConnection } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { sharingSignIn } from './sharing-sign-in.ts'

/**
 * Puts the tokens where the connection looks for them, and says whom else they open again. A sign-in that others share
 * is replaced only by one that opens their companies too: else this connection gets one of its own, and theirs stays.
 */
export async function keepSignIn(
  ports: Pick<ConnectionPorts, 'connections' | 'vault' | 'newId'>,
  kept: { scope: CompanyScope; connection: AuthorisedConnection; consent: Consent },
): Promise<AuthorisedConnection[]> {
  const { scope, connection, consent } = kept
  const others = await sharingSignIn(ports, kept)
  const opened = new Set(consent.reach ?? consent.companies.map(({ id }) => id))
  if (others.every(({ ledgerCompanyId }) => opened.has(ledgerCompanyId))) {
    await ports.vault.keep(connectionTarget(connection), consent.tokens)
    return others.filter(({ state }) => state === 'needs-reconnect')
  }
  const signInId = ports.newId()
  await ports.vault.keep(connectionTarget({ ...connection, signInId }), consent.tokens)
  await ports.connections.update(scope, { id: connection.id, change: { signInId } })
  return []
}
