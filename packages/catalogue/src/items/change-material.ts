import { type CompanyScope, ownedFields } from '@fieldledger/workflow'
import { type CatalogueInput, findRecord } from '../edit/save-record.ts'
import { owedMeanwhile } from '../owed/owed-meanwhile.ts'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import type { Material } from '../records/catalogue-record.ts'
import { itemPairsOf, pushItem } from './push-item.ts'

/**
 * A material is changed here, and what of it is kept here in its ledgers too. The change is owed before it is made:
 * whatever fails or dies in between, it is sent; and where nothing was changed in the end, sending finds that.
 */
export async function changeMaterial(
  ports: CataloguePorts,
  wish: {
    scope: CompanyScope
    id: string
    /** The whole record as typed, or that it is archived or brought back. */
    becomes: CatalogueInput<'material'> | { archived: boolean }
    change(): Promise<Material>
  },
): Promise<Material> {
  const { scope, id, becomes } = wish
  const before = await findRecord(ports, { scope, kind: 'material', id })
  const isHeard =
    'archived' in becomes
      ? !becomes.archived
      : [...ownedFields, 'freeOfCharge' as const].some((field) => before[field] !== becomes[field])
  const pairs = isHeard ? await itemPairsOf(ports, { scope, materialId: id }) : []
  const owed = owedMeanwhile(ports.clock.now())
  for (const { link } of pairs) await ports.links.owe(scope, { id: link.id, owed })
  const material = await wish.change()
  if (pairs.length > 0) await pushItem(ports, { scope, materialId: id })
  return material
}
