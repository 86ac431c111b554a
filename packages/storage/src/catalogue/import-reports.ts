import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ImportReport, ImportReports } from '@fieldledger/catalogue'
import { Binary } from 'mongodb'
import { type Connection, Schema } from 'mongoose'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'

type StoredReport = Stored<ImportReport> & { file: Buffer }

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

export function defineImportModels(connection: Connection) {
  return modelOn(connection, 'ImportReport', () =>
    companySchema<StoredReport>({
      collection: 'imports',
      fields: {
        list: String,
        fileName: String,
        by: Schema.Types.Mixed,
        at: Date,
        counts: Schema.Types.Mixed,
        file: Buffer,
      },
      indexes: [[{ companyId: 1, list: 1, at: -1 }]],
    }),
  )
}

/** Ten thousand rows of a report are some hundred kilobytes when they are packed. */
export function createImportReports(database: Database): ImportReports {
  const reports = defineImportModels(database.connection)
  return {
    async keep({ file, ...report }) {
      await reports.create({ ...toStored<ImportReport>(report, report.companyId), file: await pack(file) })
    },
    async list({ companyId }, { limit, ...which }) {
      const found = await reports
        .find({ companyId, ...which }, { file: 0 })
        .sort({ at: -1 })
        .limit(limit)
        .lean()
      return found.map((row) => toEntity<ImportReport>(row))
    },
    async file({ companyId }, id) {
      const found = await reports.findOne({ companyId, _id: id }, { file: 1 }).lean()
      return found === null ? undefined : unpack(bytesOf(found.file))
    },
  }
}

/** Lean reads leave the driver's own type. */
function bytesOf(file: Buffer | Binary): Buffer {
  return file instanceof Binary ? Buffer.from(file.buffer) : file
}
