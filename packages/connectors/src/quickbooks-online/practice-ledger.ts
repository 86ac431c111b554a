import type { ConnectionTokens } from '@fieldledger/accounting'
import { connectedCompany, type Ports } from '../fake-service/connected-company.ts'
import { quickbooksOnline } from './connector.ts'
import { lifetimes } from './fake/oauth/lifetimes.ts'
import { openPracticeBed } from './fake/practice-bed.ts'
import { standAs } from './stand-as.ts'

/**
 * For tests: our connector and driver on a fresh company of the practice ledger, over real HTTP. The ports are
 * handed in, usually `memoryPorts` of the conformance suite.
 */
export async function practiceLedger<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const bed = await openPracticeBed()
  const idOf = async (kind: string, name: string) => ({ id: await bed.idOf(kind, name), name })
  const entities = async () => Object((await bed.books()).entities)
  return {
    ...connectedCompany({ connector: quickbooksOnline, bed, lifetimes, portsFor }),
    bed,
    sample: {
      vendor: await idOf('Vendor', 'Cascade Lumber Supply'),
      item: await idOf('Item', '2x4x8 Stud'),
      expense: await idOf('Account', 'Job Materials'),
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
    closeBooks: async (through: string | null) => {
      await bed.control(`/realms/${bed.realm}/settings`, { bookCloseDate: through })
    },
    taxPurchases: async () => {
      await bed.control(`/realms/${bed.realm}/settings`, { country: 'GB' })
    },
    takeCurrency: async (code: string) => {
      await bed.control(`/realms/${bed.realm}/settings`, { multiCurrency: true })
      const name = `Nordlicht ${code}`
      const vendor = await bed.create('vendor', { DisplayName: name, CurrencyRef: { value: code } })
      return { id: String(vendor.Id), name }
    },
    removeDocument: async (id: string) => {
      const bills: { Id?: string }[] = (await entities()).Bill
      const path = bills.some(({ Id }) => Id === id) ? 'bill' : 'purchaseorder'
      await bed.control(`/realms/${bed.realm}/${path}/${id}`, {}, 'DELETE')
    },
    standAs: (document: Parameters<typeof standAs>[1]) => standAs(bed, document),
    countDocuments: async (number: string) => {
      const { PurchaseOrder, Bill } = await entities()
      const made: { DocNumber?: string }[] = [...PurchaseOrder, ...Bill]
      return made.filter(({ DocNumber }) => DocNumber === number).length
    },
    countVendors: async (): Promise<number> => (await entities()).Vendor.length,
  }
}
