import { mayDo, type Permission } from '@fieldledger/contract'
import type { CompanyPerson } from '../router/route.ts'

/** By role, and within what the key allows where one is used. */
export function personMayDo(
  { role, limitedTo }: Pick<CompanyPerson, 'role' | 'limitedTo'>,
  permission: Permission,
): boolean {
  return mayDo(role, permission) && (limitedTo === undefined || limitedTo.includes(permission))
}
