import { mayDo, type Permission } from '@fieldledger/contract'
import { companyScope } from '@fieldledger/workflow'
import type { Request } from 'express'
import { Missing, NotAllowed, NotSignedIn } from '../refusals.ts'
import type { CompanyCall, SignedIn } from '../router/route.ts'
import type { Services } from '../services.ts'
import { headersOf } from './headers-of.ts'

export async function identify({ auth }: Pick<Services, 'auth'>, request: Request): Promise<SignedIn> {
  const found = await auth.api.getSession({ headers: headersOf(request) })
  if (found === null) throw new NotSignedIn()
  const { user, session } = found
  return { id: user.id, name: user.name, email: user.email, sessionId: session.id }
}

type InCompany = Pick<CompanyCall<unknown, unknown, unknown>, 'scope' | 'company' | 'person'>

/** The company that the request means, if the person works there. A foreign one is answered like a missing one. */
export async function enterCompany(
  services: Pick<Services, 'memberships' | 'companies'>,
  { request, user }: { request: Request; user: SignedIn },
): Promise<InCompany> {
  const asked = companyAskedFor(request)
  const membership =
    asked === undefined
      ? (await services.memberships.ofUser(user.id))[0]
      : await services.memberships.find(companyScope(asked), user.id)
  if (membership === undefined) throw asked === undefined ? new NotAllowed() : new Missing()
  const scope = companyScope(membership.companyId)
  const company = await services.companies.find(scope)
  if (company === undefined) throw new Missing()
  const { id, name, email } = user
  const { role, projectIds } = membership
  return { scope, company, person: { id, name, email, role, projectIds } }
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
