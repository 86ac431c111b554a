import { type Model, trusted } from 'mongoose'
import type { StoredApiKey } from '../people/api-key-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** A request with a key has no company yet: the hashed key names it. */
export async function apiKeyByHash(
  apiKeys: Model<StoredApiKey>,
  keyHash: string,
): Promise<StoredApiKey | null> {
  return apiKeys
    .findOne({ keyHash, revokedAt: trusted({ $exists: false }) })
    .setOptions(acrossCompanies('find the company of an API key'))
    .lean()
}
