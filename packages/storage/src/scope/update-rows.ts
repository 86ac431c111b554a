import type { ClientSession, Model } from 'mongoose'
import { namesCompany } from './names-company.ts'
import { UnscopedQuery } from './unscoped-query.ts'

export interface RowUpdate {
  filter: Record<string, unknown>
  update: Record<string, unknown>
  upsert?: boolean
}

/**
 * One conditional update for each, past mongoose's casting; each filter must name its company. Answers how many of them
 * found their row.
 */
export async function updateRows<Row extends { companyId: string }>(
  model: Model<Row>,
  updates: readonly RowUpdate[],
  options: { session?: ClientSession } = {},
): Promise<number> {
  if (updates.length === 0) return 0
  if (!updates.every(({ filter }) => namesCompany(filter)))
    throw new UnscopedQuery({ model: model.modelName, operation: 'updateRows' })
  const written = await model.collection.bulkWrite(
    updates.map((one) => ({ updateOne: { ...one, ...wayTo(one) } })) as never[],
    { ...options, ordered: true },
  )
  return written.matchedCount
}

/** The server weighs every index that begins with the company against the id, for each of them anew. */
function wayTo({ filter }: RowUpdate): { hint?: { _id: 1 } } {
  return typeof filter._id === 'string' ? { hint: { _id: 1 } } : {}
}
