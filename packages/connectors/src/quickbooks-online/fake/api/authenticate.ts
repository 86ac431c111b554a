import { hashToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import { refuse } from '../fault-catalogue.ts'

/** Finds the company that the bearer token opens, or refuses with 401 or 403. */
export function authenticate(
  books: Books,
  call: { authorization: string | undefined; realm: string },
): Realm {
  const token = /^Bearer (.*)$/i.exec(call.authorization ?? '')?.[1]
  if (token === undefined) throw refuse.unauthenticated('Missing bearer token')
  if (token.length < 20 || token.length > 4096) {
    throw refuse.unauthenticated('Malformed bearer token: too short or too long')
  }
  const found = books.grants.byAccess(hashToken(token))
  if (!found || !books.grants.isAccessLive(found, books.now())) throw refuse.unauthenticated('Token expired')
  const realm = books.realm(call.realm)
  const mayEnter =
    found.grant.realm === call.realm && found.grant.scope.includes('com.intuit.quickbooks.accounting')
  if (!realm || !mayEnter) throw refuse.unauthorised()
  return realm
}
