import type {
  Clock,
  ConnectionTarget,
  ConnectionTokens,
  Connector,
  LedgerDriver,
  ProviderSettings,
  TokenStore,
} from '@fieldledger/accounting'
import type { CompanyScope, Environment } from '@fieldledger/workflow'
import type { AuthorisationStates } from './authorisation-states.ts'
import type { ConnectionRepository } from './connection-repository.ts'

/** Tokens as people's consent brings them and as disconnecting takes them. */
export interface TokenVault extends TokenStore {
  keep(connection: ConnectionTarget, tokens: ConnectionTokens): Promise<void>
  forget(connection: ConnectionTarget): Promise<void>
}

/** Everything that the use cases of this package are handed by a composition root. */
export interface ConnectionPorts {
  connections: ConnectionRepository
  states: AuthorisationStates
  vault: TokenVault
  connectorOf(provider: string): Connector | undefined
  /** undefined = this server has no keys for that ledger and environment. */
  settingsOf(provider: string, environment: Environment): ProviderSettings | undefined
  driverFor(connection: ConnectionTarget): LedgerDriver
  /** Held and waiting documents of the connection may go now. */
  wake(scope: CompanyScope, connectionId: string): Promise<void>
  clock: Pick<Clock, 'now'>
  newId(): string
}
