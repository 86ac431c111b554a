import type { ClientSession, Model } from 'mongoose'
import { namesCompany } from './names-company.ts'
import { UnscopedQuery } from './unscoped-query.ts'

/**
 * Inserts rows that are what the collection keeps, past mongoose's casting, which costs more than the write itself; not
 * past the company scope: each row must name its company.
 */
export async function insertRows<Row extends { companyId: string }>(
  model: Model<Row>,
  rows: readonly Row[],
  options: { session?: ClientSession } = {},
): Promise<void> {
  if (rows.length === 0) return
  if (!rows.every(namesCompany)) throw new UnscopedQuery({ model: model.modelName, operation: 'insertRows' })
  await model.collection.insertMany([...rows] as never[], options)
}
