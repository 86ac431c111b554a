import { mayDo } from '@fieldledger/contract'
import type { MembershipRepository } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'

/** Names of those who submit forms and have no supervisor. */
export async function withoutSupervisor(
  memberships: Pick<MembershipRepository, 'members'>,
  scope: CompanyScope,
): Promise<string[]> {
  const members = await memberships.members(scope)
  return members
    .filter(({ active, role, supervisorId }) => active && supervisorId === null && mayDo(role, 'form.submit'))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other))
}
