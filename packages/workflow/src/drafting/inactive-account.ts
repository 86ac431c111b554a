import type { RemoteReference } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

/** An account that a person chose on the line is never replaced silently by another rule's. */
export function inactiveAccount(
  row: MaterialRow,
  { inputs, line }: { inputs: DraftInputs; line: number },
): { account: RemoteReference; problem: Problem } | undefined {
  const chosen = row.accountId === undefined ? undefined : inputs.links.accounts.get(row.accountId)
  if (chosen === undefined || chosen.active) return undefined
  const { name = 'The account' } = chosen.remote
  const label = inputs.connection.providerLabel
  return {
    account: chosen.remote,
    problem: heldProblem(
      'account-inactive',
      `"${name}" (line ${line}) is inactive in ${label}: choose another account on the form, or make it active there.`,
      { cure: 'edit-form', params: { line, rowId: row.id, account: name } },
    ),
  }
}
