import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'
import { checkNameFree } from './names.ts'

/** Accounts, classifications and the other lists that have little more than a name. */
export function settleNamed(draft: Draft): JsonObject {
  const { type, record } = draft
  const isAccount = type === 'account'
  const name = textOf(isAccount ? record.acctName : record.name)
  const missing = [
    ...(name === undefined ? ['Name'] : []),
    ...(isAccount && record.acctType === undefined ? ['Type'] : []),
  ]
  if (missing.length > 0) throw refuse.missing(missing)
  checkNameFree(draft, { name: name ?? '', sentence: `A record with the name ${name} already exists.` })
  if (!isAccount) return { ...record, fullName: name ?? '' }
  return { ...record, displayNameWithHierarchy: name ?? '', isSummary: record.isSummary === true }
}
