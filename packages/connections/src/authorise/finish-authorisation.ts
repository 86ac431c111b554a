import {
  type ConnectionTokens,
  LedgerError,
  PermissionMissing,
  SeveralCompaniesNamed,
} from '@fieldledger/accounting'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { refuseForbiddenEnvironment } from '../connect/allowed-environment.ts'
import { findConnection } from '../connect/find-connection.ts'
import { checkHealth } from '../health/check-health.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import type { ConsentPerson } from './begin-authorisation.ts'
import { settleLedger } from './settle-ledger.ts'
import { takeState } from './take-state.ts'

/** The browser came back from the provider: the consent becomes an active connection. */
export async function finishAuthorisation(
  ports: ConnectionPorts,
  callback: {
    provider: string
    /** The whole URL to which the provider sent the browser. */
    url: string
    person: ConsentPerson
    /** Looked up anew: the person may have lost the company or the right meanwhile. */
    companyOf(scope: CompanyScope): Promise<{ practice: boolean }>
  },
): Promise<{ companyId: string; connectionId: string }> {
  const query = new URL(callback.url).searchParams
  const state = await takeState(ports, { ...callback, state: query.get('state') ?? undefined })
  const scope = companyScope(state.companyId)
  const connection = await findConnection(ports, { scope, connectionId: state.connectionId })
  refuseForbiddenEnvironment(connection.environment, await callback.companyOf(scope))
  if (query.has('error')) throw new ConnectionRefused('consent-declined')
  const { companyId: ledgerCompanyId, tokens } = await exchange(ports, {
    scope,
    connection,
    url: callback.url,
  })
  const settled = await settleLedger(ports, { ...state, scope, connection, ledgerCompanyId })
  await activate(ports, { scope, connection: settled, tokens, personId: callback.person.id })
  if (settled.id !== connection.id && connection.ledgerCompanyId !== undefined)
    await ports.connections.update(scope, { id: connection.id, change: { state: 'disconnected' } })
  return { companyId: state.companyId, connectionId: settled.id }
}

async function exchange(
  ports: ConnectionPorts,
  consent: { scope: CompanyScope; connection: ConnectionRecord; url: string },
) {
  const { id, provider, environment } = consent.connection
  const connector = ports.connectorOf(provider)
  const settings = ports.settingsOf(provider, environment)
  if (connector === undefined || settings === undefined) throw new ConnectionRefused('environment-not-set-up')
  try {
    return await connector.authorisation.exchange(settings, consent.url)
  } catch (error) {
    if (error instanceof PermissionMissing) {
      // The way back carries no words: which permission it is, the connection's health tells.
      const health = { checkedAt: ports.clock.now(), ok: false, message: error.message }
      await ports.connections.update(consent.scope, { id, change: { health } })
      throw new ConnectionRefused('consent-too-narrow', error.message)
    }
    if (error instanceof SeveralCompaniesNamed)
      throw new ConnectionRefused('several-companies', error.message)
    if (error instanceof LedgerError) throw new ConnectionRefused('exchange-failed')
    throw error
  }
}

async function activate(
  ports: ConnectionPorts,
  consent: {
    scope: CompanyScope
    connection: Awaited<ReturnType<typeof settleLedger>>
    tokens: ConnectionTokens
    personId: string
  },
): Promise<void> {
  const { scope, connection } = consent
  await ports.vault.keep(connectionTarget(connection), consent.tokens)
  await ports.connections.update(scope, {
    id: connection.id,
    change: { state: 'active', connectedAt: ports.clock.now(), connectedBy: consent.personId },
  })
  await checkHealth(ports, { scope, connectionId: connection.id })
  await ports.wake(scope, connection.id)
}
