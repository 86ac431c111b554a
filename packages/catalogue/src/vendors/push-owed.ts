import type { CompanyScope } from '@fieldledger/workflow'
import { findActiveLedger } from '../ledger/find-ledger.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { pushVendor } from './push-vendor.ts'

/** Changes of suppliers that this ledger has not confirmed are sent again, before its own are taken. */
export async function pushOwed(
  ports: CataloguePorts,
  wish: { scope: CompanyScope; connectionId: string },
): Promise<void> {
  const { key } = await findActiveLedger(ports, wish)
  const links = await ports.links.ofLedger(wish.scope, { ledger: key, kind: 'vendor' })
  for (const { ourId, owed } of links)
    if (owed !== undefined) await pushVendor(ports, { scope: wish.scope, vendorId: ourId })
}
