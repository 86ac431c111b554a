import type { AccountRule, RemoteReference } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

type SetAccount = Extract<AccountRule, 'cost-code' | 'connection-default' | 'rounding' | 'tax'>

const what: Record<SetAccount, string> = {
  'cost-code': 'The account of the cost code',
  'connection-default': 'The default expense account',
  rounding: 'The account for rounding lines',
  tax: 'The account for tax',
}

/**
 * Accounts that stand in the settings, and were archived in the ledger since: it would refuse the document. Each is
 * told once, whatever number of lines goes to it.
 */
export function retiredAccounts(
  { inactiveAccounts, connection, names }: DraftInputs,
  { lines, rows }: { lines: readonly DraftLine[]; rows: readonly MaterialRow[] },
): Problem[] {
  if (inactiveAccounts === undefined || inactiveAccounts.size === 0) return []
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const label = connection.providerLabel
  const found = new Map<string, Problem>()
  for (const { id, account, accountRule, newItem } of lines) {
    for (const of of [newItem?.expenseAccount, newItem?.incomeAccount, newItem?.assetAccount])
      if (of !== undefined && inactiveAccounts.has(of.id)) found.set(`item ${of.id}`, forNewItems(of, label))
    if (account === undefined || !isSet(accountRule) || !inactiveAccounts.has(account.id)) continue
    const costCodeId = accountRule === 'cost-code' ? rowOf.get(id)?.costCodeId : undefined
    const costCode = costCodeId === undefined ? undefined : names.get(costCodeId)
    const which = `${what[accountRule]}${costCode === undefined ? '' : ` ${costCode}`}`
    const message = `${which}, "${account.name ?? account.id}", is inactive in ${label}: choose another one, or make it active there.`
    const params = { connectionId: connection.id, account: account.name ?? account.id }
    found.set(
      `${accountRule} ${account.id}`,
      heldProblem(`${accountRule}-account-inactive`, message, {
        ...(accountRule === 'connection-default' || costCodeId !== undefined
          ? { cure: 'choose-account' }
          : {}),
        ...(accountRule === 'rounding' || accountRule === 'tax' ? { cure: 'check-connection' } : {}),
        params: costCodeId === undefined ? params : { ...params, costCodeId },
      }),
    )
  }
  return [...found.values()]
}

function isSet(rule: AccountRule | undefined): rule is SetAccount {
  return rule !== undefined && rule in what
}

function forNewItems(account: RemoteReference, label: string): Problem {
  const name = account.name ?? account.id
  const message = `The account "${name}" for items that are made new is inactive in ${label}: choose another one under Create unlinked items in the sync step, or make it active there.`
  return heldProblem('item-account-inactive', message, { params: { account: name } })
}
