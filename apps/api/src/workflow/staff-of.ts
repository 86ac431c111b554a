import type { MembershipRepository } from '@fieldledger/storage'
import type { CompanyScope, StaffMember } from '@fieldledger/workflow'

/** Everybody who works here now, by role: a step that asks people can tell whether there are enough of them. */
export async function staffOf(
  memberships: Pick<MembershipRepository, 'members'>,
  scope: CompanyScope,
): Promise<StaffMember[]> {
  const members = await memberships.members(scope)
  return members.filter(({ active }) => active).map(({ userId, role }) => ({ id: userId, role }))
}
