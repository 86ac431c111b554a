import { createHash } from 'node:crypto'
import type { Connection, Model } from 'mongoose'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { plainSchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { modelOn } from '../scope/model-on.ts'

export interface Hits {
  count: number
  /** When counting begins anew. */
  resetAt: Date
}

/** How often something was done within a window of time, counted by all servers together. */
export interface HitCounter {
  /** The first one opens the window; `by` 0 only looks. */
  add(key: string, hits: { by: number; windowMs: number }): Promise<Hits>
  takeBack(key: string): Promise<void>
  forget(key: string): Promise<void>
}

interface StoredHits extends Hits {
  /** A hash: keys hold addresses and e-mails, which nobody needs to read here. */
  _id: string
}

export function defineHitModels(connection: Connection): { hits: Model<StoredHits> } {
  return {
    hits: modelOn(connection, 'Hits', () =>
      plainSchema<StoredHits>({
        collection: 'rateLimits',
        fields: { count: Number, resetAt: Date },
        indexes: [[{ resetAt: 1 }, { expireAfterSeconds: 0 }]],
      }),
    ),
  }
}

/** Windows by the server's clock; MongoDB removes those that are over. */
export function createHitCounter(database: Database): HitCounter {
  const { hits } = defineHitModels(database.connection)
  const open = { $gt: ['$resetAt', '$$NOW'] }

  async function add(key: string, { by, windowMs }: { by: number; windowMs: number }): Promise<Hits> {
    const { count, resetAt } = await hits
      .findOneAndUpdate(
        { _id: hashOf(key) },
        [
          {
            $set: {
              count: { $cond: [open, { $add: ['$count', by] }, by] },
              resetAt: { $cond: [open, '$resetAt', { $add: ['$$NOW', windowMs] }] },
            },
          },
        ],
        { upsert: true, returnDocument: 'after', updatePipeline: true },
      )
      .orFail()
      .lean()
    return { count, resetAt }
  }

  return {
    async add(key, given) {
      try {
        return await add(key, given)
      } catch (error) {
        // Two servers opened the window at the same moment: it is open now.
        if (!isDuplicateKey(error)) throw error
        return add(key, given)
      }
    },
    async takeBack(key) {
      await hits.updateOne(
        { _id: hashOf(key) },
        [{ $set: { count: { $max: [0, { $add: ['$count', -1] }] } } }],
        {
          updatePipeline: true,
        },
      )
    },
    async forget(key) {
      await hits.deleteOne({ _id: hashOf(key) })
    },
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
