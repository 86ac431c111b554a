import { type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Draft } from './draft.ts'
import { accountByCode } from './references.ts'

interface AccountChoice {
  sent: JsonObject
  /** The item's own account. */
  fallback: Json | undefined
  isPosted: boolean
}

/** The account of a line. A draft loses an unknown code with a warning; a posted document is refused. */
export function settleAccount(
  draft: Draft,
  { sent, fallback, isPosted }: AccountChoice,
): JsonObject | undefined {
  const { tenant, problems, warnings } = draft
  const id = textOf(sent.AccountID)
  const code = textOf(sent.AccountCode) || (id === undefined ? textOf(fallback) : undefined)
  const account = id !== undefined && !code ? tenant.find('Account', id) : accountByCode(tenant, code ?? '')
  if (account && isUsable(account)) return account
  const name = code ?? id
  if (name === undefined) {
    if (isPosted && isAmount(sent)) problems.push('Account code must be specified')
    return undefined
  }
  if (account) problems.push(`Account code '${name}' is not a valid code for this document.`)
  else if (isPosted) problems.push('Account must be valid')
  else warnings.push(`Account code '${name}' has been removed as it does not match a recognised account.`)
  return undefined
}

function isUsable({ Status, SystemAccount, Type }: JsonObject): boolean {
  return Status === 'ACTIVE' && SystemAccount === undefined && Type !== 'BANK'
}

/** A line that is only a description needs no account. */
function isAmount(sent: JsonObject): boolean {
  return sent.UnitAmount !== undefined || sent.LineAmount !== undefined || sent.Quantity !== undefined
}
