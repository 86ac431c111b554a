import type { Connection, Model } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** A day whose digest was sent; its `_id` is company and day, so there is one, whoever sends. */
export interface StoredDigestDay {
  _id: string
  companyId: string
  at: Date
}

export interface DigestModels {
  days: Model<StoredDigestDay>
}

const keptSeconds = 30 * 86_400

export function defineDigestModels(connection: Connection): DigestModels {
  return {
    days: modelOn(connection, 'DigestDay', () =>
      companySchema<StoredDigestDay>({
        collection: 'digestDays',
        fields: { at: Date },
        indexes: [[{ at: 1 }, { expireAfterSeconds: keptSeconds }]],
      }),
    ),
  }
}
