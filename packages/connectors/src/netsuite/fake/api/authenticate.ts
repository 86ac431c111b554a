import { hashToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import { includesScope } from '../oauth/scopes.ts'
import { refuse } from '../refusals.ts'

interface Call {
  authorization: string | undefined
  /** Whose host was called; whichever the token is for when none was named. */
  host: Company | undefined
}

/** The company that the token opens, or a refusal that does not say why. */
export function authenticate(books: Books, { authorization, host }: Call): Company {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
  const found = token === undefined ? undefined : books.grants.byAccess(hashToken(token))
  if (!found || !books.grants.isAccessLive(found, books.now())) throw refuse.login()
  const company = books.company(found.grant.realm)
  if (!company || (host && host !== company)) throw refuse.login()
  if (!includesScope(found.grant.scope, 'rest_webservices')) throw refuse.scope()
  return company
}
