import { hashToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { accessTokenSeconds, type Grant } from '../oauth/grants.ts'
import { mayUse } from '../oauth/scopes.ts'
import { refuse } from '../refusals.ts'

export function bearerOf(books: Books, authorization: string | undefined): { grant: Grant; at: number } {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  const found = token === undefined ? undefined : books.grants.byAccess(hashToken(token))
  if (!found) throw refuse.tokenMissing()
  if (!books.grants.isAccessLive(found, books.now()))
    throw refuse.tokenExpired(new Date(Math.min(books.now(), found.at + accessTokenSeconds * 1000)))
  return found
}

interface Call {
  authorization: string | undefined
  tenant: string | undefined
  need: { scope: string; isWrite: boolean }
}

/** Finds the organisation that token and `xero-tenant-id` open together, or refuses with 401 or 403. */
export function authenticate(books: Books, call: Call): Tenant {
  const { grant } = bearerOf(books, call.authorization)
  if (!mayUse(grant.scope, call.need)) throw refuse.scopeMissing()
  const id = call.tenant?.toLowerCase() ?? ''
  const isConnected = books.grants.connections(grant.client).some(({ tenant }) => tenant === id)
  const tenant = books.tenant(id)
  if (!tenant || !isConnected) throw refuse.otherTenant()
  return tenant
}
