import type { ItemKind } from '@fieldledger/accounting'
import type { ConnectionSummary, Problem } from '@fieldledger/workflow'
import { connectionOf } from './connection-of.ts'
import type { AccountingSyncConfig } from './definition.ts'

export type ItemAccount = 'expenseAccount' | 'incomeAccount' | 'assetAccount'

const needed: Record<ItemKind, { account: ItemAccount; label: string }[]> = {
  'non-inventory': [{ account: 'expenseAccount', label: 'the expense account' }],
  service: [{ account: 'expenseAccount', label: 'the expense account' }],
  inventory: [
    { account: 'expenseAccount', label: 'the cost of goods sold account' },
    { account: 'incomeAccount', label: 'the income account' },
    { account: 'assetAccount', label: 'the inventory asset account' },
  ],
}

/** The accounts that a new item of this kind needs in the ledger. */
export function accountsForItemKind(kind: ItemKind): { account: ItemAccount; label: string }[] {
  return needed[kind]
}

/** "Create unlinked items": the accounts it needs, and an account for lines without an item (S4-18, G-03). */
export function unlinkedItemsProblems(
  config: AccountingSyncConfig,
  connections: readonly ConnectionSummary[],
): Problem[] {
  const { unlinkedItems } = config
  const problems: Problem[] = unlinkedItems.create
    ? accountsForItemKind(unlinkedItems.kind)
        .filter(({ account }) => unlinkedItems[account] === undefined)
        .map(({ account, label }) => ({
          code: 'item-account-missing',
          severity: 'error',
          message: `New items need ${label}: choose it.`,
          place: `unlinkedItems.${account}`,
        }))
    : []
  const connection = connectionOf(config, connections)
  if (connection !== undefined && connection.rules.defaultExpenseAccount === undefined)
    problems.push({
      code: 'no-default-account',
      severity: 'error',
      message: `Lines without an item need an account: choose the default expense account of ${connection.name} under Connections, Mapping rules.`,
      place: 'unlinkedItems',
      cure: 'mapping-rules',
      params: { connectionId: connection.id },
    })
  return problems
}
