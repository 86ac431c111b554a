import type { CompanyScope } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import { v7 } from 'uuid'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'

export interface IdempotentRequest {
  personId: string
  route: string
  key: string
  bodyHash: string
}

export interface KeptAnswer {
  status: number
  body: unknown
}

export type Claim =
  | { state: 'fresh'; id: string }
  | { state: 'done'; answer: KeptAnswer }
  /** The first request is still under way. */
  | { state: 'busy' }
  /** The first request never came to its end: its server went down with it. */
  | { state: 'lost' }
  | { state: 'other-body' }

export interface IdempotencyRepository {
  claim(scope: CompanyScope, request: IdempotentRequest): Promise<Claim>
  keep(scope: CompanyScope, which: { id: string; answer: KeptAnswer }): Promise<void>
  /** The request failed: the same key may try again. */
  release(scope: CompanyScope, id: string): Promise<void>
}

type StoredKey = IdempotentRequest & { _id: string; companyId: string; answer?: KeptAnswer; at: Date }

const keptDays = 7
/** Far longer than any request is worked on. */
const longestRequestMs = 10 * 60_000

export function defineIdempotencyModels(connection: Connection): { keys: Model<StoredKey> } {
  return {
    keys: modelOn(connection, 'IdempotencyKey', () =>
      companySchema<StoredKey>({
        collection: 'idempotencyKeys',
        fields: {
          personId: String,
          route: String,
          key: String,
          bodyHash: String,
          answer: Schema.Types.Mixed,
          at: Date,
        },
        indexes: [
          [{ companyId: 1, personId: 1, route: 1, key: 1 }, { unique: true }],
          [{ at: 1 }, { expireAfterSeconds: keptDays * 86_400 }],
        ],
      }),
    ),
  }
}

export function createIdempotencyRepository(database: Database): IdempotencyRepository {
  const { keys } = defineIdempotencyModels(database.connection)
  return {
    async claim({ companyId }, request) {
      const id = v7()
      try {
        await keys.insertMany([{ ...request, _id: id, companyId, at: new Date() }])
        return { state: 'fresh', id }
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
      const { bodyHash, ...which } = request
      const earlier = await keys.findOne({ companyId, ...which }).lean()
      if (earlier === null) return { state: 'busy' }
      if (earlier.bodyHash !== bodyHash) return { state: 'other-body' }
      if (earlier.answer !== undefined) return { state: 'done', answer: earlier.answer }
      return { state: Date.now() - earlier.at.getTime() > longestRequestMs ? 'lost' : 'busy' }
    },
    async keep({ companyId }, { id, answer }) {
      await keys.updateOne({ companyId, _id: id }, { $set: { answer } })
    },
    async release({ companyId }, id) {
      await keys.deleteOne({ companyId, _id: id })
    },
  }
}
