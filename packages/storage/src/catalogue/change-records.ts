import type { ImportBatch } from '@fieldledger/catalogue'
import { type ClientSession, type Model, trusted } from 'mongoose'
import type { StoredCatalogueRecord } from './catalogue-models.ts'
import { changeOfRecord } from './change-of-record.ts'
import type { NameClaim } from './hold-names.ts'
import { nameClaims } from './name-claims.ts'

interface Changes {
  companyId: string
  changes: NonNullable<ImportBatch['changes']>
  session: ClientSession
}

/** Several records of one list changed in one transaction; what is not there is passed over. Tells which come to bear a name. */
export async function changeRecords(
  list: Model<StoredCatalogueRecord>,
  { companyId, changes, session }: Changes,
): Promise<NameClaim[]> {
  if (changes.length === 0) return []
  const ids = trusted({ $in: changes.map(({ id }) => id) })
  const found = await list.find({ companyId, _id: ids }, undefined, { session }).lean()
  const present = new Map(found.map((row) => [row._id, row]))
  const writes = changes.flatMap(({ id, change, ifOf }) => {
    const before = present.get(id)
    if (before === undefined) return []
    const filter = { companyId, _id: id, ...(ifOf === undefined ? {} : { updatedAt: ifOf }) }
    return [{ updateOne: { filter, update: changeOfRecord(before, change) } }]
  })
  if (writes.length === 0) return []
  const { matchedCount } = await list.bulkWrite(writes, { session })
  if (matchedCount < writes.length) throw new ChangedMeanwhile()
  return changes.flatMap(({ id, change }) => {
    const before = present.get(id)
    return before === undefined ? [] : nameClaims(before, { ...before, ...change })
  })
}

/** Caught where the batch was begun: it is planned anew. */
export class ChangedMeanwhile extends Error {
  readonly code = 'changed-meanwhile'
  readonly retryable = true

  constructor() {
    super('Somebody changed one of these records meanwhile: try again.')
    this.name = 'ChangedMeanwhile'
  }
}
