import { mayDo, type Permission } from '@fieldledger/contract'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import type { Request } from 'express'
import { Missing, NotAllowed, NotSignedIn } from '../refusals.ts'
import type { CompanyCall, SignedIn } from '../router/route.ts'
import type { Services } from '../services.ts'
import { headersOf } from './headers-of.ts'

export async function identify(
  { auth, known }: Pick<Services, 'auth' | 'known'>,
  request: Request,
): Promise<SignedIn> {
  const { cookie = '', authorization = '' } = request.headers
  const found = await known.sessions.get(`${cookie}\n${authorization}`, async () => {
    const answer = await auth.api.getSession({ headers: headersOf(request) })
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
  const asked = companyAskedFor(request)
  const membership =
    asked === undefined
      ? (await services.memberships.ofUser(user.id))[0]
      : await membershipIn(services, { scope: companyScope(asked), userId: user.id })
  if (membership === undefined) throw asked === undefined ? new NotAllowed() : new Missing()
  const scope = companyScope(membership.companyId)
  const company = await services.known.companies.get(scope.companyId, () => services.companies.find(scope))
  if (company === undefined) throw new Missing()
  const { id, name, email } = user
  const { role, projectIds } = membership
  return { scope, company, person: { id, name, email, role, projectIds } }
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

export function requirePermission(person: InCompany['person'], permission: Permission): void {
  if (!mayDo(person.role, permission)) throw new NotAllowed()
}
