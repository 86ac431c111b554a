import { nameKey } from '@fieldledger/catalogue'
import type { NameClaim } from './hold-names.ts'

interface Named {
  name: string
  archived: boolean
  currency?: string | undefined
}

/** Whether a record comes to bear a name that it did not bear before; twins of earlier days may change all else. */
export function nameClaims(before: object | undefined, after: object & { _id: string }): NameClaim[] {
  const { name, archived, currency } = after as unknown as Named
  const was = before as unknown as Named | undefined
  const isSame = was !== undefined && nameKey(was.name) === nameKey(name) && was.currency === currency
  if (archived || (isSame && !was.archived)) return []
  return [{ id: after._id, nameKey: nameKey(name), currency }]
}
