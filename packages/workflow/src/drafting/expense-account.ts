import type { AccountRule, RemoteReference } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { CatalogueVendor, DraftInputs } from './draft-inputs.ts'

/** The first account found of: the line's, the material's, its cost code's, the vendor's, the connection's default. */
export function expenseAccount(
  row: MaterialRow,
  from: { inputs: DraftInputs; vendor: CatalogueVendor | undefined },
): { account: RemoteReference; accountRule: AccountRule } | undefined {
  const { links, connection, materials } = from.inputs
  const linked = (accountId: string | undefined) => {
    const link = accountId === undefined ? undefined : links.accounts.get(accountId)
    return link?.active === true ? link.remote : undefined
  }
  const costCodes = connection.rules.costCodeAccounts
  const byRule: [AccountRule, RemoteReference | undefined][] = [
    ['line', linked(row.accountId)],
    ['material', linked(row.materialId === undefined ? undefined : materials.get(row.materialId)?.accountId)],
    [
      'cost-code',
      row.costCodeId !== undefined && Object.hasOwn(costCodes, row.costCodeId)
        ? costCodes[row.costCodeId]
        : undefined,
    ],
    ['vendor', linked(from.vendor?.accountId)],
    ['connection-default', connection.rules.defaultExpenseAccount],
  ]
  for (const [accountRule, account] of byRule) if (account !== undefined) return { account, accountRule }
  return undefined
}
