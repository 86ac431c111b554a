import type { CompanyScope } from '@fieldledger/workflow'
import { type CatalogueInput, findRecord } from '../edit/save-record.ts'
import { owedMeanwhile } from '../owed/owed-meanwhile.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Vendor } from '../records/catalogue-record.ts'
import { pairsOf, pushVendor } from './push-vendor.ts'
import { fieldsOf, sameFields } from './vendor-fields.ts'

/**
 * A supplier is changed here and in its ledgers. The change is owed before it is made: whatever fails or dies in
 * between, it is sent; and where nothing was changed in the end, sending finds that.
 */
export async function changeVendor(
  ports: CataloguePorts,
  wish: {
    scope: CompanyScope
    id: string
    /** The whole record as typed, or that it is archived or brought back. */
    becomes: CatalogueInput<'vendor'> | { archived: boolean }
    change(): Promise<Vendor>
  },
): Promise<Vendor> {
  const { scope, id, becomes } = wish
  const before = await findRecord(ports, { scope, kind: 'vendor', id })
  const moved = 'archived' in becomes && becomes.archived !== before.archived
  if (moved || ('name' in becomes && !sameFields(fieldsOf(before), fieldsOf(becomes))))
    for (const { link } of await pairsOf(ports, { scope, vendorId: id })) {
      if (!moved && !link.active) continue
      await ports.links.owe(scope, {
        id: link.id,
        owed: { ...owedMeanwhile(ports.clock.now()), ...(moved ? { moved } : {}) },
      })
    }
  const vendor = await wish.change()
  await pushVendor(ports, { scope, vendorId: id, before })
  return vendor
}
