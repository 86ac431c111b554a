import { mongo, trusted } from 'mongoose'
import { defineFileModels } from '../files/file-models.ts'
import { NotConnected } from '../files/not-connected.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

/** A form that is filled in on a phone may wait there over a weekend, with its pictures uploaded. */
const keptMs = 7 * 86_400_000
const mostAtOnce = 200

/** Removes what was uploaded and no form took: rows of files, their bytes, and uploads that broke off. */
export async function sweepFiles(database: Database): Promise<number> {
  const { files } = defineFileModels(database.connection)
  const { db } = database.connection
  if (db === undefined) throw new NotConnected()
  const bucket = new mongo.GridFSBucket(db, { bucketName: 'blobs' })
  const before = new Date(Date.now() - keptMs)
  const orphans = await files
    .find({ submissionIds: [], createdAt: trusted({ $lt: before }) })
    .setOptions(acrossCompanies('remove files that no form took'))
    .sort({ createdAt: 1 })
    .limit(mostAtOnce)
    .lean()
  const names: string[] = []
  for (const { _id, companyId } of orphans) {
    // Whoever submits it, or uploads it again, in this moment keeps it.
    const still = { companyId, _id, submissionIds: [], createdAt: trusted({ $lt: before }) }
    if ((await files.deleteOne(still)).deletedCount === 1) names.push(_id)
  }
  const left = { $or: [{ filename: { $in: names } }, { filename: /^upload-/ }], uploadDate: { $lt: before } }
  for await (const { _id } of bucket.find(left).limit(mostAtOnce)) await bucket.delete(_id)
  return names.length
}
