import type { Permission } from '@fieldledger/contract'
import type { CompanyCall } from '../router/route.ts'
import type { Services } from '../services.ts'
import { enterCompany, identify, requirePermission } from '../sign-in/identify.ts'

/** Session, membership and permission as they are now; throws or says no when one is gone. */
export async function stillInCompany(
  services: Services,
  {
    call,
    permission,
  }: { call: Pick<CompanyCall<unknown, unknown, unknown>, 'request' | 'scope'>; permission: Permission },
): Promise<boolean> {
  const { request, scope } = call
  const user = await identify(services, request)
  const now = await enterCompany(services, { request, user })
  requirePermission(now.person, permission)
  return now.scope.companyId === scope.companyId
}
