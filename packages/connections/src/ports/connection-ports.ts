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
import type { SignInPlace } from '../records/sign-in-of.ts'
import type { AuthorisationStates } from './authorisation-states.ts'
import type { CompanyChoices } from './company-choices.ts'
import type { ConnectionRepository } from './connection-repository.ts'

/** Tokens as people's consent brings them and as disconnecting takes them. */
export interface TokenVault extends TokenStore {
  keep(place: SignInPlace, tokens: ConnectionTokens): Promise<void>
  /** Until somebody adopts them; otherwise they are erased then. */
  hold(place: SignInPlace, held: { tokens: ConnectionTokens; until: Date }): Promise<void>
  /** false = they were erased before. */
  adopt(place: SignInPlace): Promise<boolean>
  forget(place: SignInPlace): Promise<void>
}

/** Everything that the use cases of this package are handed by a composition root. */
export interface ConnectionPorts {
  connections: ConnectionRepository
  states: AuthorisationStates
  choices: CompanyChoices
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
