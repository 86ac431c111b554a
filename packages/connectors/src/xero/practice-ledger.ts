import type { ConnectionTokens } from '@fieldledger/accounting'
import { connectedCompany, type Ports } from '../fake-service/connected-company.ts'
import { xero } from './connector.ts'
import { openPracticeBed } from './fake/practice-bed.ts'
import { standAs } from './stand-as.ts'

const lifetimes = { access: 1800, refresh: 5_184_000 }

/**
 * For tests: our connector and driver on a fresh company of the practice ledger, over real HTTP. The ports are
 * handed in, usually `memoryPorts` of the conformance suite.
 */
export async function practiceLedger<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const bed = await openPracticeBed()
  return {
    ...connectedCompany({ connector: xero, bed, lifetimes, portsFor }),
    bed,
    sample: {
      vendor: { id: await bed.contactId('Cascade Lumber Supply'), name: 'Cascade Lumber Supply' },
      item: { id: 'LUM-2048', name: '2x4x8 Stud' },
      expense: { id: '400' },
    },
    expireAccess: async () => {
      await bed.control('/tokens/expire')
    },
    revokeAccess: async () => {
      await bed.control('/tokens/revoke', { realm: bed.realm, grants: true })
    },
    /** The ledger knows no inactive items. */
    makeInactive: async () => undefined,
    closeBooks: async (through: string | null) => {
      await bed.control(`/realms/${bed.realm}/settings`, { periodLockDate: through })
    },
    takeCurrency: async (code: string) => {
      await bed.put('/Currencies', { Code: code, Description: code })
      return { id: await bed.contactId('Cascade Lumber Supply') }
    },
    removeDocument: async (id: string) => {
      const bills = await bed.elements('Invoices')
      const plural = bills.some(({ InvoiceID }) => InvoiceID === id) ? 'Invoices' : 'PurchaseOrders'
      await bed.control(`/realms/${bed.realm}/${plural}/${id}`, { Status: 'DELETED' })
    },
    standAs: (document: Parameters<typeof standAs>[1]) => standAs(bed, document),
    countDocuments: async (number: string) => {
      const made = [...(await bed.elements('PurchaseOrders')), ...(await bed.elements('Invoices'))]
      return made.filter((each) => (each.PurchaseOrderNumber ?? each.InvoiceNumber) === number).length
    },
    countVendors: async (): Promise<number> => (await bed.elements('Contacts')).length,
  }
}
