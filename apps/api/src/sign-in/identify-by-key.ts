import { apiKeyPrefix } from '@fieldledger/storage'
import type { Request } from 'express'
import { NotSignedIn } from '../refusals.ts'
import type { SignedIn } from '../router/route.ts'
import type { Services } from '../services.ts'

export function apiKeyOf(request: Request): string | undefined {
  const [scheme, value = ''] = (request.get('authorization') ?? '').split(' ')
  return scheme === 'Bearer' && value.startsWith(apiKeyPrefix) ? value : undefined
}

/** A key acts for whoever made it, in its company alone. */
export async function identifyByKey(
  { apiKeys, known }: Pick<Services, 'apiKeys' | 'known'>,
  key: string,
): Promise<SignedIn> {
  const found = await known.apiKeys.get(key, () => apiKeys.verify(key))
  if (found === undefined || found.apiKey.expiresAt.getTime() <= Date.now()) throw new NotSignedIn()
  const { id, name, companyId, permissions, createdBy } = found.apiKey
  return { id: createdBy, ...found.maker, sessionId: `key ${id}`, key: { name, companyId, permissions } }
}
