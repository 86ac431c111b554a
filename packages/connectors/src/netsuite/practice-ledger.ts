import type { ConnectionTokens } from '@fieldledger/accounting'
import { connectedCompany, type Ports } from '../fake-service/connected-company.ts'
import { netsuite } from './connector.ts'
import { lifetimes } from './fake/oauth/lifetimes.ts'
import { openPracticeBed } from './fake/practice-bed.ts'
import { standAs } from './stand-as.ts'

/**
 * For tests: our connector and driver on a fresh company of the practice ledger, over real HTTP. The ports are
 * handed in, usually `memoryPorts` of the conformance suite.
 */
export async function practiceLedger<Own extends Ports>(portsFor: (tokens: ConnectionTokens) => Own) {
  const bed = await openPracticeBed()
  const idOf = async (type: string, name: string) => ({ id: await bed.idOf(type, name), name })
  return {
    ...connectedCompany({ connector: netsuite, bed, lifetimes, portsFor }),
    bed,
    sample: {
      vendor: await idOf('vendor', 'Cascade Lumber Supply'),
      item: await idOf('nonInventoryPurchaseItem', '2x4x8 Stud'),
      expense: await idOf('account', 'Job Materials'),
    },
    expireAccess: async () => {
      await bed.control('/tokens/expire', { realm: bed.realm })
    },
    revokeAccess: async () => {
      await bed.control('/tokens/revoke', { realm: bed.realm })
    },
    makeInactive: async (_record: string, id: string) => {
      await bed.control(`/realms/${bed.realm}/${await bed.itemType(id)}/${id}`, { isInactive: true })
    },
    closeBooks: async (through: string | null) => {
      await bed.control(`/realms/${bed.realm}/settings`, { closedThrough: through })
    },
    taxPurchases: async () => {
      await bed.control(`/realms/${bed.realm}/settings`, { tax: true })
    },
    takeCurrency: async (code: string) => {
      const currency = { id: await bed.create('currency', { name: code, symbol: code, exchangeRate: 1.08 }) }
      const name = `Nordlicht ${code}`
      const vendor = { entityId: name, companyName: name, subsidiary: { id: '1' } }
      return { id: await bed.create('vendor', { ...vendor, currencyList: { items: [{ currency }] } }), name }
    },
    removeDocument: async (id: string) => {
      const bills = await bed.records('vendorBill')
      const type = bills.some((bill) => bill.id === id) ? 'vendorBill' : 'purchaseOrder'
      await bed.control(`/realms/${bed.realm}/${type}/${id}`, {}, 'DELETE')
    },
    standAs: (document: Parameters<typeof standAs>[1]) => standAs(bed, document),
    countDocuments: async (number: string) => {
      const types = ['purchaseOrder', 'vendorBill', 'itemReceipt']
      const made = await Promise.all(types.map((type) => bed.records(type)))
      return made.flat().filter(({ tranId }) => tranId === number).length
    },
    countVendors: async (): Promise<number> => (await bed.records('vendor')).length,
  }
}
