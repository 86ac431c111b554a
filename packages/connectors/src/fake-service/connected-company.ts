import type { ConnectionTarget, ConnectionTokens } from '@fieldledger/accounting'
import { createEgress } from '@fieldledger/egress'
import { createHttpDriver, type HttpDriverOptions } from '../drivers/http/create-http-driver.ts'
import type { ListedConnector } from '../settings/listed-connector.ts'
import { providerSettings, settingName } from '../settings/provider-settings.ts'
import type { PracticeBed } from './practice-bed.ts'

export type Ports = Pick<HttpDriverOptions, 'journal' | 'tokens' | 'budget' | 'clock' | 'files'>

interface Connected<Own extends Ports> {
  connector: ListedConnector
  bed: PracticeBed & { close(): Promise<void> }
  /** In seconds. */
  lifetimes: { access: number; refresh: number }
  portsFor: (tokens: ConnectionTokens) => Own
}

/** For tests: a connector and the driver on the connected company of a fake, over real HTTP. */
export function connectedCompany<Own extends Ports>({ connector, bed, lifetimes, portsFor }: Connected<Own>) {
  const environment = 'practice'
  const baseUrl = settingName(connector.id, { environment, name: 'BASE_URL' })
  const settings = providerSettings(connector, {
    environment,
    providers: { [baseUrl]: bed.url },
    sandboxPort: 4001,
    publicUrl: 'http://127.0.0.1:4000',
  })
  const egress = createEgress({ allow: [new URL(bed.url).origin] })
  const ports = portsFor({
    accessToken: bed.access,
    refreshToken: bed.refresh,
    accessExpiresIn: lifetimes.access,
    refreshExpiresIn: lifetimes.refresh,
  })
  const connection: ConnectionTarget = {
    id: 'connection',
    companyId: 'company',
    provider: connector.id,
    environment,
    ledgerCompanyId: bed.realm,
    currency: 'USD',
  }
  const driver = createHttpDriver({ connector, connection, settings, egress, ...ports })
  return {
    ports,
    connector,
    settings,
    egress,
    connection,
    driver,
    booksUrl: settings.booksUrl,
    companyId: bed.realm,
    failNext: async (next: string[], scope: string) => {
      await bed.control('/faults', { realm: bed.realm, scope, next, retryAfterSeconds: 7 })
    },
    close: async () => {
      await egress.close()
      await bed.close()
    },
  }
}
