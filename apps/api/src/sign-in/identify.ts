import type { Permission } from '@fieldledger/contract'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import type { Request } from 'express'
import { KeyNotAllowed, Missing, NotAllowed, NotSignedIn } from '../refusals.ts'
import type { CompanyCall, SignedIn } from '../router/route.ts'
import type { Services } from '../services.ts'
import { callAuth } from './call-auth.ts'
import { headersOf } from './headers-of.ts'
import { apiKeyOf, identifyByKey } from './identify-by-key.ts'
import { personMayDo } from './person-may-do.ts'

export async function identify(
  services: Pick<Services, 'auth' | 'known' | 'apiKeys'>,
  request: Request,
): Promise<SignedIn> {
  const key = apiKeyOf(request)
  if (key !== undefined) return identifyByKey(services, key)
  const { auth, known } = services
  const { cookie = '', authorization = '' } = request.headers
  const found = await known.sessions.get(`${cookie}\n${authorization}`, async () => {
    const answer = await callAuth(() => auth.api.getSession({ headers: headersOf(request) }))
    if (answer === null) return undefined
    const { user, session } = answer
    const { id, name, email } = user
    return { user: { id, name, email, sessionId: session.id }, expiresAt: session.expiresAt }
  })
  if (found === undefined || found.expiresAt.getTime() <= Date.now()) throw new NotSignedIn()
  return found.user
}

type InCompany = Pick<CompanyCall<unknown, unknown, unknown>, 'scope' | 'company' | 'person'>

/** The company that the request means, if the person works there. A foreign one is answered like a missing one. */
export async function enterCompany(
  services: Pick<Services, 'memberships' | 'companies' | 'known'>,
  { request, user }: { request: Request; user: SignedIn },
): Promise<InCompany> {
  const asked = companyAskedFor(request) ?? user.key?.companyId
  if (user.key !== undefined && user.key.companyId !== asked) throw new Missing()
  const membership =
    asked === undefined
      ? (await services.memberships.ofUser(user.id))[0]
      : await membershipIn(services, { scope: companyScope(asked), userId: user.id })
  // A key ends with the membership of whoever made it.
  if (membership === undefined && user.key !== undefined) throw new NotSignedIn()
  if (membership === undefined) throw asked === undefined ? new NotAllowed() : new Missing()
  const scope = companyScope(membership.companyId)
  const company = await services.known.companies.get(scope.companyId, () => services.companies.find(scope))
  if (company === undefined) throw new Missing()
  const { id, name, email } = user
  const { role, projectIds } = membership
  const limited = user.key === undefined ? {} : { limitedTo: user.key.permissions }
  return { scope, company, person: { id, name, email, role, projectIds, ...limited } }
}

function membershipIn(
  { known, memberships }: Pick<Services, 'memberships' | 'known'>,
  { scope, userId }: { scope: CompanyScope; userId: string },
) {
  return known.memberships.get(`${scope.companyId}|${userId}`, () => memberships.find(scope, userId))
}

/** By header; links and modules that a browser loads by itself name it in the query. */
export function companyAskedFor(request: Request): string | undefined {
  const header = request.headers['x-company-id']
  if (typeof header === 'string' && header !== '') return header
  const { company } = request.query
  return request.method === 'GET' && typeof company === 'string' && company !== '' ? company : undefined
}

/** A session's door: whoever has a key alone has no session to choose a company for. */
export function requireSession({ key }: SignedIn): void {
  if (key !== undefined) throw new KeyNotAllowed()
}

export function requirePermission(person: InCompany['person'], permission: Permission): void {
  if (personMayDo(person, permission)) return
  throw person.limitedTo === undefined ? new NotAllowed() : new KeyNotAllowed()
}
