import type { ConnectionTarget, Connector, ProviderSettings } from '@fieldledger/accounting'

export type Environment = ConnectionTarget['environment']

type Hosts = Pick<ProviderSettings, 'baseUrl' | 'authUrl' | 'booksUrl'>

/** The provider's own addresses. Practice has none of its own: it lives in our sandbox. */
export type ProviderHosts = Record<Exclude<Environment, 'practice'>, Hosts>

export interface ListedConnector extends Connector {
  hosts: ProviderHosts
}
