import type { ConnectionTarget, ConnectionTokens } from '@fieldledger/accounting'
import { createEgress } from '@fieldledger/egress'
import { createHttpDriver, type HttpDriverOptions } from '../drivers/http/create-http-driver.ts'
import { providerSettings } from '../settings/provider-settings.ts'
import { xero } from './connector.ts'
import { openPracticeBed } from './fake/practice-bed.ts'

type Ports = Pick<HttpDriverOptions, 'journal' | 'tokens' | 'budget' | 'clock'>

/**
 * For tests: our connector and driver on a fresh company of the practice ledger, over real HTTP. The ports are
 * handed in, usually `memoryPorts` of the conformance suite.
 */
export async function practiceLedger<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const made = await connectedCompany(portsFor)
  const { bed, settings, egress } = made
  return {
    ...made,
    booksUrl: settings.booksUrl,
    companyId: bed.realm,
    sample: {
      vendor: { id: await bed.contactId('Cascade Lumber Supply'), name: 'Cascade Lumber Supply' },
      item: { id: 'LUM-2048', name: '2x4x8 Stud' },
      expense: { id: '400' },
    },
    failNext: async (next: string[], scope: string) => {
      await bed.control('/faults', { realm: bed.realm, scope, next, retryAfterSeconds: 7 })
    },
    expireAccess: async () => {
      await bed.control('/tokens/expire')
    },
    revokeAccess: async () => {
      await bed.control('/tokens/revoke', { realm: bed.realm, grants: true })
    },
    /** The ledger knows no inactive items. */
    makeInactive: async () => undefined,
    removeDocument: async (id: string) => {
      await bed.control(`/realms/${bed.realm}/PurchaseOrders/${id}`, { Status: 'DELETED' })
    },
    countDocuments: async (number: string) => {
      const orders = await bed.elements('PurchaseOrders')
      return orders.filter(({ PurchaseOrderNumber }) => PurchaseOrderNumber === number).length
    },
    countVendors: async (): Promise<number> => (await bed.elements('Contacts')).length,
    close: async () => {
      await egress.close()
      await bed.close()
    },
  }
}

async function connectedCompany<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const bed = await openPracticeBed()
  const settings = providerSettings(xero, {
    environment: 'practice',
    providers: { FIELDLEDGER_XERO_PRACTICE_BASE_URL: bed.url },
    sandboxPort: 4001,
    publicUrl: 'http://127.0.0.1:4000',
  })
  const egress = createEgress({ allow: [new URL(bed.url).origin] })
  const tokens: ConnectionTokens = {
    accessToken: bed.access,
    refreshToken: bed.refresh,
    accessExpiresIn: 1800,
    refreshExpiresIn: 5_184_000,
  }
  const ports = portsFor(tokens)
  const connection: ConnectionTarget = {
    id: 'connection',
    companyId: 'company',
    provider: xero.id,
    environment: 'practice',
    ledgerCompanyId: bed.realm,
    currency: 'USD',
  }
  const options = { connector: xero, connection, settings, egress, ...ports }
  return { bed, ports, settings, egress, connection, driver: createHttpDriver(options) }
}
