import type { CompanyScope } from '@fieldledger/workflow'
import { type Model, trusted } from 'mongoose'
import type { StoredCatalogueRecord } from './catalogue-models.ts'

/** Id → the vendor that is meant by it: another one where it was merged. */
export async function followMerges(
  vendors: Model<StoredCatalogueRecord>,
  which: { scope: CompanyScope; ids: readonly string[] },
): Promise<Map<string, string>> {
  const merged = await vendors
    .find(
      {
        companyId: which.scope.companyId,
        _id: trusted({ $in: [...which.ids] }),
        mergedInto: trusted({ $type: 'string' }),
      },
      { mergedInto: 1 },
    )
    .lean<{ _id: string; mergedInto: string }[]>()
  return new Map([
    ...which.ids.map((id) => [id, id] as const),
    ...merged.map((row) => [row._id, row.mergedInto] as const),
  ])
}
