import { type Consent, LedgerError, PermissionMissing } from '@fieldledger/accounting'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { refuseForbiddenEnvironment } from '../connect/allowed-environment.ts'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { activateConnection } from './activate-connection.ts'
import type { ConsentPerson } from './begin-authorisation.ts'
import { companyMeant } from './company-meant.ts'
import { keepSignIn } from './keep-sign-in.ts'
import { offerCompanies } from './offer-companies.ts'
import { settleLedger } from './settle-ledger.ts'
import { takeState } from './take-state.ts'

/** The connection that was made, or the choice that its person has to make first. */
export type ComeBack = { companyId: string } & ({ connectionId: string } | { choiceId: string })

/** The browser came back from the provider: the consent becomes an active connection, or a choice among companies. */
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
): Promise<ComeBack> {
  const query = new URL(callback.url).searchParams
  const state = await takeState(ports, { ...callback, state: query.get('state') ?? undefined })
  const { companyId } = state
  const scope = companyScope(companyId)
  const connection = await findConnection(ports, { scope, connectionId: state.connectionId })
  refuseForbiddenEnvironment(connection.environment, await callback.companyOf(scope))
  if (query.has('error')) throw new ConnectionRefused('consent-declined')
  const consent = await exchange(ports, { scope, connection, url: callback.url })
  const given = { ...state, scope, connection, consent, person: callback.person }
  const ledgerCompanyId = await companyMeant(ports, given)
  if (ledgerCompanyId === undefined) return { companyId, choiceId: await offerCompanies(ports, given) }
  const settled = await settleLedger(ports, { ...given, ledgerCompanyId })
  const healed = await keepSignIn(ports, { scope, connection: settled, consent })
  for (const { id } of [settled, ...healed])
    await activateConnection(ports, { scope, connectionId: id, personId: callback.person.id })
  if (settled.id !== connection.id && connection.ledgerCompanyId !== undefined)
    await ports.connections.update(scope, { id: connection.id, change: { state: 'disconnected' } })
  return { companyId, connectionId: settled.id }
}

async function exchange(
  ports: ConnectionPorts,
  consent: { scope: CompanyScope; connection: ConnectionRecord; url: string },
): Promise<Consent> {
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
    if (error instanceof LedgerError) throw new ConnectionRefused('exchange-failed')
    throw error
  }
}
