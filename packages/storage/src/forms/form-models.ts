import type { FormContent, FormVersion } from '@fieldledger/forms'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** One save of a draft, in words: what a stale save is answered with. */
export interface DraftSave {
  revision: number
  by: string
  at: Date
  changes: string[]
}

export interface StoredForm {
  _id: string
  companyId: string
  draft: FormContent
  revision: number
  publishedVersion: number | null
  publishedRevision: number | null
  archived: boolean
  updatedAt: Date
  updatedBy: string
  createdAt: Date
  saves: DraftSave[]
}

export interface FormModels {
  forms: Model<StoredForm>
  versions: Model<Stored<FormVersion>>
}

const mixed = Schema.Types.Mixed

export function defineFormModels(connection: Connection): FormModels {
  return {
    forms: modelOn(connection, 'Form', () =>
      companySchema<StoredForm>({
        collection: 'forms',
        fields: {
          draft: mixed,
          revision: Number,
          publishedVersion: Number,
          publishedRevision: Number,
          archived: Boolean,
          updatedAt: Date,
          updatedBy: String,
          createdAt: Date,
          saves: [mixed],
        },
        indexes: [[{ companyId: 1, archived: 1, createdAt: 1 }]],
      }),
    ),
    versions: modelOn(connection, 'FormVersion', () =>
      companySchema<Stored<FormVersion>>({
        collection: 'formVersions',
        fields: { formId: String, version: Number, content: mixed, publishedAt: Date, publishedBy: String },
        indexes: [[{ companyId: 1, formId: 1, version: 1 }, { unique: true }]],
      }),
    ),
  }
}
