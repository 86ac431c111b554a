import { createHash } from 'node:crypto'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CompanyScope } from '@fieldledger/workflow'
import { mongo, trusted } from 'mongoose'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { defineFileModels, type StoredFile } from './file-models.ts'
import { NotConnected } from './not-connected.ts'

export type FileRecord = Omit<StoredFile, '_id'> & { id: string }

export interface FileStore {
  /** Streams bytes into GridFS; the id is made of company and content, so the same file is kept once. */
  put(
    scope: CompanyScope,
    file: {
      name: string
      by: string
      bytes: Readable
      contentTypeOf: (head: Buffer) => Promise<string>
      /** Asked once everything has arrived: an error leaves nothing behind. */
      refuse?: () => Error | undefined
    },
  ): Promise<FileRecord>
  find(scope: CompanyScope, id: string): Promise<FileRecord | undefined>
  findMany(scope: CompanyScope, ids: readonly string[]): Promise<FileRecord[]>
  open(file: Pick<FileRecord, 'id'>): Readable
  /** How much this uploader has here that no submission holds. */
  unclaimedBytes(scope: CompanyScope, uploader: string): Promise<number>
  /** From now on these files belong to the submission. */
  attach(scope: CompanyScope, which: { ids: readonly string[]; submissionId: string }): Promise<void>
}

const headBytes = 4100

export function createFileStore(database: Database): FileStore {
  const { files } = defineFileModels(database.connection)
  const bucket = () => {
    const { db } = database.connection
    if (db === undefined) throw new NotConnected()
    return new mongo.GridFSBucket(db, { bucketName: 'blobs' })
  }

  return {
    async put({ companyId }, { name, by, bytes, contentTypeOf, refuse }) {
      const seen = watchBytes()
      const upload = bucket().openUploadStream(`upload-${v7()}`, { writeConcern: { w: 'majority' } })
      try {
        await pipeline(bytes, seen.stream, upload)
      } catch (error) {
        await upload.abort().catch(() => undefined)
        throw error
      }
      const refused = refuse?.()
      const hash = seen.hash()
      const id = createHash('sha256').update(`${companyId}:${hash}`).digest('hex')
      if (refused !== undefined) {
        await bucket().delete(upload.id)
        throw refused
      }
      const contentType = await contentTypeOf(seen.head())
      const row = { name, size: seen.size(), contentType, hash, submissionIds: [] }
      const createdAt = new Date()
      await bucket().rename(upload.id, id)
      // Uploaded again it is new again, so that the sweep leaves it: these bytes give way to those that were here before.
      const before = await files
        .findOneAndUpdate(
          { companyId, _id: id },
          { $setOnInsert: row, $addToSet: { uploadedBy: by }, $set: { createdAt } },
          { upsert: true, returnDocument: 'before' },
        )
        .lean()
      if (before !== null) await bucket().delete(upload.id)
      const uploadedBy = [...new Set([...(before?.uploadedBy ?? []), by])]
      return toRecord({ ...row, ...before, _id: id, companyId, createdAt, uploadedBy })
    },
    async find({ companyId }, id) {
      const found = await files.findOne({ companyId, _id: id }).lean()
      return found === null ? undefined : toRecord(found)
    },
    async findMany({ companyId }, ids) {
      const found = await files.find({ companyId, _id: trusted({ $in: [...ids] }) }).lean()
      return found.map(toRecord)
    },
    async unclaimedBytes({ companyId }, uploader) {
      const found = await files
        .find({ companyId, uploadedBy: uploader, submissionIds: [] }, { size: 1 })
        .lean()
      return found.reduce((sum, { size }) => sum + size, 0)
    },
    /** GridFS ids are its own: a blob is found by its name, which is the content's id. */
    open: ({ id }) => bucket().openDownloadStreamByName(id),
    async attach({ companyId }, { ids, submissionId }) {
      if (ids.length === 0) return
      await files.updateMany(
        { companyId, _id: trusted({ $in: [...ids] }) },
        { $addToSet: { submissionIds: submissionId } },
      )
    },
  }
}

/** Hash, size and first bytes of whatever flows through. */
function watchBytes() {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      done(null, chunk)
    },
  })
  return { stream, hash: () => hash.digest('hex'), size: () => size, head: () => head }
}

function toRecord({ _id, ...file }: StoredFile): FileRecord {
  return { ...file, id: _id }
}
