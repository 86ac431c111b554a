import type { CompanyScope } from '@fieldledger/workflow'
import { refuseForbiddenEnvironment } from '../connect/allowed-environment.ts'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { hashOf, newState } from './one-time-state.ts'

const stateLifetimeMs = 10 * 60_000

/** Who asks for a consent, and in which sign-in. */
export interface ConsentPerson {
  id: string
  sessionId: string
}

/** The URL at which the provider asks its user for consent; its state works once, for this sign-in, ten minutes long. */
export async function beginAuthorisation(
  ports: ConnectionPorts,
  wish: {
    scope: CompanyScope
    company: { practice: boolean }
    person: ConsentPerson
    connectionId: string
    otherLedgerConfirmed?: boolean
  },
): Promise<{ url: string }> {
  const connection = await findConnection(ports, wish)
  refuseForbiddenEnvironment(connection.environment, wish.company)
  const connector = ports.connectorOf(connection.provider)
  if (connector === undefined) throw new ConnectionRefused('provider-unknown')
  const settings = ports.settingsOf(connection.provider, connection.environment)
  if (settings === undefined) throw new ConnectionRefused('environment-not-set-up')
  const state = newState()
  await ports.states.save({
    hash: hashOf(state),
    companyId: wish.scope.companyId,
    connectionId: connection.id,
    provider: connection.provider,
    personId: wish.person.id,
    sessionHash: hashOf(wish.person.sessionId),
    otherLedgerConfirmed: wish.otherLedgerConfirmed ?? false,
    expiresAt: new Date(ports.clock.now().getTime() + stateLifetimeMs),
  })
  return { url: connector.authorisation.authoriseUrl(settings, state) }
}
