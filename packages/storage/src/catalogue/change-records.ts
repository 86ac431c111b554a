import type { CatalogueChange, CatalogueKind } from '@fieldledger/catalogue'
import { type ClientSession, type Model, trusted } from 'mongoose'
import type { StoredCatalogueRecord } from './catalogue-models.ts'
import { changeOfRecord } from './change-of-record.ts'

interface Changes {
  companyId: string
  changes: readonly { id: string; change: CatalogueChange<CatalogueKind> }[]
  session: ClientSession
}

/** Several records of one list changed in one transaction; what is not there is passed over. */
export async function changeRecords(
  list: Model<StoredCatalogueRecord>,
  { companyId, changes, session }: Changes,
): Promise<void> {
  if (changes.length === 0) return
  const ids = trusted({ $in: changes.map(({ id }) => id) })
  const found = await list.find({ companyId, _id: ids }, undefined, { session }).lean()
  const present = new Map(found.map((row) => [row._id, row]))
  const writes = changes.flatMap(({ id, change }) => {
    const before = present.get(id)
    if (before === undefined) return []
    return [{ updateOne: { filter: { companyId, _id: id }, update: changeOfRecord(before, change) } }]
  })
  if (writes.length > 0) await list.bulkWrite(writes, { session })
}
