import { createHash, randomBytes } from 'node:crypto'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { apiKeyByHash } from '../engine/api-key-by-hash.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineApiKeyModels, type StoredApiKey } from './api-key-models.ts'
import { definePeopleModels } from './people-models.ts'

export interface ApiKey {
  id: string
  companyId: string
  name: string
  start: string
  permissions: string[]
  createdBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}

/** A key and whoever made it, for whom it acts. */
export interface VerifiedKey {
  apiKey: ApiKey
  maker: { name: string; email: string }
}

export interface ApiKeyRepository {
  /** The key is shown once and kept as a hash. */
  create(
    scope: CompanyScope,
    key: Pick<ApiKey, 'name' | 'permissions' | 'createdBy' | 'expiresAt'>,
  ): Promise<{ apiKey: ApiKey; key: string }>
  list(scope: CompanyScope): Promise<ApiKey[]>
  /** Whose it is, unless it was revoked; whether it has expired is for the caller to look at each time. */
  verify(key: string): Promise<VerifiedKey | undefined>
  /** undefined = there is none. */
  revoke(scope: CompanyScope, id: string): Promise<ApiKey | undefined>
}

export const apiKeyPrefix = 'flk_'
/** Last use is for people who clear up; a write for each request would cost more than it tells. */
const useWrittenEveryMs = 5 * 60_000

export function createApiKeyRepository(database: Database): ApiKeyRepository {
  const { apiKeys } = defineApiKeyModels(database.connection)
  const { users } = definePeopleModels(database.connection)

  function noteUse({ id, companyId, lastUsedAt }: ApiKey): void {
    const now = new Date()
    if (lastUsedAt !== undefined && now.getTime() - lastUsedAt.getTime() < useWrittenEveryMs) return
    // Nobody waits for it; what is lost is a mark that the next use makes again.
    apiKeys.updateOne({ companyId, _id: id }, { $set: { lastUsedAt: now } }).catch(() => undefined)
  }

  return {
    async create({ companyId }, facts) {
      const key = `${apiKeyPrefix}${randomBytes(32).toString('base64url')}`
      const row: StoredApiKey = {
        ...facts,
        _id: v7(),
        companyId,
        keyHash: hashOf(key),
        start: key.slice(0, 10),
        createdAt: new Date(),
      }
      await apiKeys.insertMany([row])
      return { apiKey: toApiKey(row), key }
    },
    async list({ companyId }) {
      return (await apiKeys.find({ companyId }).sort({ createdAt: -1 }).lean()).map(toApiKey)
    },
    async verify(key) {
      const found = await apiKeyByHash(apiKeys, hashOf(key))
      if (found === null) return undefined
      const maker = await users.findOne({ _id: found.createdBy }, { name: 1, email: 1 }).lean()
      if (maker === null) return undefined
      const apiKey = toApiKey(found)
      noteUse(apiKey)
      return { apiKey, maker: { name: maker.name, email: maker.email } }
    },
    async revoke({ companyId }, id) {
      await apiKeys.updateOne(
        { companyId, _id: id, revokedAt: trusted({ $exists: false }) },
        { $set: { revokedAt: new Date() } },
      )
      const row = await apiKeys.findOne({ companyId, _id: id }).lean()
      if (row === null) return undefined
      return toApiKey(row)
    },
  }
}

/** What is compared is the hash, by an index: how long that takes tells nothing about the key. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function toApiKey(row: StoredApiKey): ApiKey {
  const { _id, keyHash: _hash, lastUsedAt, revokedAt, ...facts } = row
  return { id: _id, ...facts, lastUsedAt, revokedAt }
}
