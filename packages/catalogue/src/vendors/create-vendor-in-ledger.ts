import type { LedgerDriver, RemoteParty } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import { findActiveLedger, type Ledger } from '../ledger/find-ledger.ts'
import { saveLink } from '../links/link-by-hand.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { nameKey } from '../search/name-key.ts'

/**
 * Makes the vendor in the ledger, or takes the one of the same name, and links it. Safe to press again after a lost
 * answer: the name is looked up first, the request's key never changes, and names are unique there.
 */
export async function createVendorInLedger(
  ports: CataloguePorts,
  wish: { scope: CompanyScope; id: string; connectionId: string },
): Promise<LinkRecord> {
  const vendor = await findRecord(ports, { ...wish, kind: 'vendor' })
  if (vendor.archived) throw new CatalogueRefused('record-archived')
  const ledger = await findActiveLedger(ports, wish)
  const remote = await findOrCreate(ports.driverFor(ledger.target), { vendor, ledger })
  if (!remote.active) throw new CatalogueRefused('remote-inactive')
  const link = await saveLink(ports, {
    ...wish,
    kind: 'vendor',
    ledger,
    remote: { id: remote.reference.id, name: remote.name },
    origin: 'created',
  })
  const change = { state: 'active', updatedAt: ports.clock.now() } as const
  await ports.catalogue.update(wish.scope, { kind: 'vendor', id: wish.id, change })
  await ports.wakeHeld(wish.scope, wish.connectionId)
  return link
}

async function findOrCreate(
  driver: LedgerDriver,
  { vendor, ledger }: { vendor: Vendor; ledger: Ledger },
): Promise<RemoteParty> {
  const scope = {
    companyId: vendor.companyId,
    connectionId: ledger.target.id,
    requestKey: `vendor-${vendor.id}`,
  }
  const found = await driver.run({ operation: 'vendor.find', input: { name: vendor.name }, scope })
  const same = found.find((party) => nameKey(party.name) === nameKey(vendor.name))
  if (same !== undefined) return same
  const { name, email, phone } = vendor
  const input = {
    name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  }
  return driver.run({ operation: 'vendor.create', input, scope })
}
