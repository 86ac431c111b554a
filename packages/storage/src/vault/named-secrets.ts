import { openSecret, type SealedSecret, type SealPlace, sealSecret } from '@fieldledger/connections'
import type { CompanyScope, NamedSecret } from '@fieldledger/workflow'
import { type Connection, type Model, Schema, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'
import type { MasterKey } from '../settings/settings.ts'
import { toMasterKeys } from './to-master-keys.ts'

interface StoredNamedSecret extends NamedSecret {
  _id: string
  companyId: string
  sealed: SealedSecret
  savedAt: Date
  savedBy: string
}

/** All that anybody is ever shown of a secret. */
export interface NamedSecretRecord extends NamedSecret {
  id: string
  savedAt: Date
}

export interface NamedSecrets {
  list(scope: CompanyScope): Promise<NamedSecretRecord[]>
  /** Adds it, or replaces what was there under this name. */
  save(scope: CompanyScope, secret: NamedSecret & { value: string; by: string }): Promise<void>
  /** false = there is no such secret. */
  remove(scope: CompanyScope, name: string): Promise<boolean>
  /** For the request that leaves, and nobody else: the values by their names. */
  open(scope: CompanyScope, names: readonly string[]): Promise<Map<string, NamedSecret & { value: string }>>
}

export function defineNamedSecretModels(connection: Connection): { namedSecrets: Model<StoredNamedSecret> } {
  return {
    namedSecrets: modelOn(connection, 'NamedSecret', () =>
      companySchema<StoredNamedSecret>({
        collection: 'namedSecrets',
        fields: {
          name: String,
          origin: String,
          sealed: Schema.Types.Mixed,
          savedAt: Date,
          savedBy: String,
        },
        indexes: [[{ companyId: 1, name: 1 }, { unique: true }]],
      }),
    ),
  }
}

/** Secrets that a company's steps name, each sealed for its company, name and destination. */
export function createNamedSecrets(parts: {
  database: Database
  masterKeys: readonly MasterKey[]
}): NamedSecrets {
  const { namedSecrets } = defineNamedSecretModels(parts.database.connection)
  const keys = toMasterKeys(parts.masterKeys)
  return {
    async list({ companyId }) {
      const found = await namedSecrets.find({ companyId }, { sealed: 0 }).sort({ name: 1 }).limit(500).lean()
      return found.map(({ _id: id, name, origin, savedAt }) => ({ id, name, origin, savedAt }))
    },
    async save({ companyId }, { name, origin, value, by }) {
      const sealed = sealSecret(value, { keys, place: placeOf(companyId, { name, origin }) })
      await namedSecrets.updateOne(
        { companyId, name },
        { $set: { origin, sealed, savedAt: new Date(), savedBy: by }, $setOnInsert: { _id: v7() } },
        { upsert: true },
      )
    },
    async remove({ companyId }, name) {
      return (await namedSecrets.deleteOne({ companyId, name })).deletedCount === 1
    },
    async open({ companyId }, names) {
      if (names.length === 0) return new Map()
      const found = await namedSecrets.find({ companyId, name: trusted({ $in: [...names] }) }).lean()
      return new Map(
        found.map(({ name, origin, sealed }) => {
          const value = openSecret(sealed, { keys, place: placeOf(companyId, { name, origin }) })
          return [name, { name, origin, value }]
        }),
      )
    },
  }
}

// Moved to another company, name or destination, the ciphertext does not open.
function placeOf(companyId: string, { name, origin }: NamedSecret): SealPlace {
  return { companyId, connectionId: `named:${name}`, provider: origin }
}
