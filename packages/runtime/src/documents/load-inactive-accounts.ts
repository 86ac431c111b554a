import type { MaterialRow } from '@fieldledger/forms'
import type { DraftInputs } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'

/** Of the accounts that stand in the settings, and may be taken for this form, those that were archived there. */
export async function loadInactiveAccounts(
  { runtime, scope, connection, request }: LoadDraft,
  rows: readonly MaterialRow[],
): Promise<Pick<DraftInputs, 'inactiveAccounts'>> {
  const { defaultExpenseAccount, costCodeAccounts, rounding, billTax } = connection.rules
  const { unlinkedItems } = request
  const ofItems = unlinkedItems.create
    ? [unlinkedItems.expenseAccount, unlinkedItems.incomeAccount, unlinkedItems.assetAccount]
    : []
  const set = [
    defaultExpenseAccount,
    rounding?.account,
    billTax?.as === 'line' ? billTax.account : undefined,
    ...rows.map(({ costCodeId = '' }) =>
      Object.hasOwn(costCodeAccounts, costCodeId) ? costCodeAccounts[costCodeId] : undefined,
    ),
    ...ofItems,
  ]
  const remoteIds = [...new Set(set.flatMap((account) => account?.id ?? []))]
  if (remoteIds.length === 0) return {}
  const which = { scope, connectionId: connection.id, kind: 'account', remoteIds } as const
  return { inactiveAccounts: await runtime.ports.lookups.links.inactive(which) }
}
