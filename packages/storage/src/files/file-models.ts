import type { Connection, Model } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** One uploaded file of one company; the same bytes again are the same row. */
export interface StoredFile {
  _id: string
  companyId: string
  name: string
  size: number
  contentType: string
  hash: string
  uploadedBy: string[]
  /** The submissions that hold it: who sees one of these sees the file. */
  submissionIds: string[]
  createdAt: Date
}

export function defineFileModels(connection: Connection): { files: Model<StoredFile> } {
  return {
    files: modelOn(connection, 'File', () =>
      companySchema<StoredFile>({
        collection: 'files',
        fields: {
          name: String,
          size: Number,
          contentType: String,
          hash: String,
          uploadedBy: [String],
          submissionIds: [String],
          createdAt: Date,
        },
        indexes: [
          [{ companyId: 1, hash: 1 }, { unique: true }],
          [{ companyId: 1, uploadedBy: 1 }],
          [{ createdAt: 1 }],
        ],
      }),
    ),
  }
}
