import { type AccountRule, priceFromMoney, type RemoteReference } from '@fieldledger/accounting'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import type { DraftedTax } from './draft-tax.ts'
import { heldProblem } from './held-problem.ts'

/** The tax of a bill as an expense line behind the others. */
export function taxAsLine({ submission, connection }: DraftInputs, none: DraftedTax): DraftedTax {
  const { tax } = submission.totals
  const chosen = accountFor(connection)
  const line: DraftLine = {
    id: 'tax',
    kind: 'expense',
    ...chosen,
    description: 'Tax',
    quantity: '1',
    unitPrice: priceFromMoney(tax),
    amount: tax,
  }
  const lines = [...none.lines, line]
  const where =
    chosen?.accountRule === 'tax'
      ? `the account "${chosen.account.name ?? chosen.account.id}"`
      : 'the default expense account'
  const notes = [
    `${connection.providerLabel} has no purchase tax here: the tax goes as a line of its own to ${where}.`,
  ]
  if (chosen !== undefined) return { ...none, lines, notes }
  const problem = heldProblem(
    'account-missing',
    'No account was found for the tax: choose one for tax, or a default expense account, under Connections, Mapping rules.',
    { cure: 'choose-account', params: { connectionId: connection.id } },
  )
  return { ...none, lines, notes, problems: [problem] }
}

function accountFor({
  rules,
}: ConnectionSummary): { account: RemoteReference; accountRule: AccountRule } | undefined {
  const { billTax, defaultExpenseAccount } = rules
  if (billTax?.as === 'line') return { account: billTax.account, accountRule: 'tax' }
  if (defaultExpenseAccount === undefined) return undefined
  return { account: defaultExpenseAccount, accountRule: 'connection-default' }
}
