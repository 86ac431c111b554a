import type { ConnectionTarget, ConnectionTokens } from '@fieldledger/accounting'
import { createEgress } from '@fieldledger/egress'
import { createHttpDriver, type HttpDriverOptions } from '../drivers/http/create-http-driver.ts'
import { providerSettings } from '../settings/provider-settings.ts'
import { quickbooksOnline } from './connector.ts'
import { openPracticeBed } from './fake/practice-bed.ts'

type Ports = Pick<HttpDriverOptions, 'journal' | 'tokens' | 'budget' | 'clock'>

/**
 * For tests: our connector and driver on a fresh company of the practice ledger, over real HTTP. The ports are
 * handed in, usually `memoryPorts` of the conformance suite.
 */
export async function practiceLedger<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const made = await connectedCompany(portsFor)
  const { bed, settings, egress } = made
  const idOf = async (kind: string, name: string) => ({ id: await bed.idOf(kind, name), name })
  const entities = async () => Object((await bed.books()).entities)
  return {
    ...made,
    booksUrl: settings.booksUrl,
    companyId: bed.realm,
    sample: {
      vendor: await idOf('Vendor', 'Cascade Lumber Supply'),
      item: await idOf('Item', '2x4x8 Stud'),
      expense: await idOf('Account', 'Job Materials'),
    },
    failNext: async (next: string[], scope: string) => {
      await bed.control('/faults', { realm: bed.realm, scope, next, retryAfterSeconds: 7 })
    },
    expireAccess: async () => {
      await bed.control('/tokens/expire', { realm: bed.realm })
    },
    revokeAccess: async () => {
      await bed.control('/tokens/revoke', { realm: bed.realm })
    },
    makeInactive: async (record: string, id: string) => {
      await bed.control(`/realms/${bed.realm}/${record}/${id}`, { Active: false })
    },
    removeDocument: async (id: string) => {
      await bed.control(`/realms/${bed.realm}/purchaseorder/${id}`, {}, 'DELETE')
    },
    countDocuments: async (number: string) => {
      const orders: { DocNumber?: string }[] = (await entities()).PurchaseOrder
      return orders.filter(({ DocNumber }) => DocNumber === number).length
    },
    countVendors: async (): Promise<number> => (await entities()).Vendor.length,
    close: async () => {
      await egress.close()
      await bed.close()
    },
  }
}

async function connectedCompany<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const bed = await openPracticeBed()
  const settings = providerSettings(quickbooksOnline, {
    environment: 'practice',
    providers: { FIELDLEDGER_QUICKBOOKS_ONLINE_PRACTICE_BASE_URL: bed.url },
    sandboxPort: 4001,
    publicUrl: 'http://127.0.0.1:4000',
  })
  const egress = createEgress({ allow: [new URL(bed.url).origin] })
  const tokens: ConnectionTokens = {
    accessToken: bed.access,
    refreshToken: bed.refresh,
    accessExpiresIn: 3600,
    refreshExpiresIn: 8_726_400,
  }
  const ports = portsFor(tokens)
  const connection: ConnectionTarget = {
    id: 'connection',
    companyId: 'company',
    provider: quickbooksOnline.id,
    environment: 'practice',
    ledgerCompanyId: bed.realm,
    currency: 'USD',
  }
  const options = { connector: quickbooksOnline, connection, settings, egress, ...ports }
  return { bed, ports, settings, egress, connection, driver: createHttpDriver(options) }
}
