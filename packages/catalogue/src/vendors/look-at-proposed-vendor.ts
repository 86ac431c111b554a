import type { CompanyScope } from '@fieldledger/workflow'
import { findRecord } from '../edit/save-record.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'

interface Which {
  scope: CompanyScope
  id: string
}

/** The bookkeeper takes a proposed vendor into the list as it is. */
export async function activateVendor(
  ports: Pick<CataloguePorts, 'catalogue' | 'clock'>,
  which: Which,
): Promise<Vendor> {
  const vendor = await findRecord(ports, { ...which, kind: 'vendor' })
  if (vendor.state !== 'proposed') throw new CatalogueRefused('not-proposed')
  const change = { state: 'active', updatedAt: ports.clock.now() } as const
  await ports.catalogue.update(which.scope, { kind: 'vendor', id: which.id, change })
  return { ...vendor, ...change }
}

/** The proposed vendor was one that we have: submissions that name it mean that one, and are not rewritten. */
export async function mergeVendor(
  ports: Pick<CataloguePorts, 'catalogue' | 'clock'>,
  merge: Which & { into: string },
): Promise<Vendor> {
  if (merge.id === merge.into) throw new CatalogueRefused('merge-into-itself')
  const vendor = await findRecord(ports, { ...merge, kind: 'vendor' })
  if (vendor.mergedInto !== undefined) throw new CatalogueRefused('merged')
  const target = await findRecord(ports, { scope: merge.scope, kind: 'vendor', id: merge.into })
  if (target.archived || target.state !== 'active' || target.mergedInto !== undefined)
    throw new CatalogueRefused('merge-target-unfit')
  const way = { from: merge.id, into: merge.into, at: ports.clock.now() }
  if (!(await ports.catalogue.redirectVendor(merge.scope, way)))
    throw new CatalogueRefused('merge-target-unfit')
  return target
}
