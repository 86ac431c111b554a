import type { Connection, Model } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export interface StoredApiKey {
  _id: string
  companyId: string
  name: string
  /** Of 256 random bits, so a plain hash is enough; the key itself is nowhere. */
  keyHash: string
  /** Its first letters, by which people recognise it. */
  start: string
  permissions: string[]
  createdBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt?: Date
  revokedAt?: Date
}

export function defineApiKeyModels(connection: Connection): { apiKeys: Model<StoredApiKey> } {
  return {
    apiKeys: modelOn(connection, 'ApiKey', () =>
      companySchema<StoredApiKey>({
        collection: 'apiKeys',
        fields: {
          name: String,
          keyHash: String,
          start: String,
          permissions: [String],
          createdBy: String,
          createdAt: Date,
          expiresAt: Date,
          lastUsedAt: Date,
          revokedAt: Date,
        },
        indexes: [[{ keyHash: 1 }, { unique: true }], [{ companyId: 1, createdAt: -1 }]],
      }),
    ),
  }
}
