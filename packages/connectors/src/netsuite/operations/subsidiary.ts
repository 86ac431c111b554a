import { DocumentRejected, type Operation, type OperationContext } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { cellText } from '../row.ts'
import { SubsidiaryRow } from '../wire.ts'

export interface Subsidiary {
  id: string
  name: string | undefined
  /** The id of its currency. */
  currency: string | undefined
  isRoot: boolean
}

/** Those that are in use; none = the account is one company. */
export function* readSubsidiaries(): Operation<Subsidiary[]> {
  const q = "SELECT id, name, parent, currency FROM subsidiary WHERE isinactive = 'F' ORDER BY id"
  try {
    const { rows } = yield* rowsOf('subsidiaries', { q, row: SubsidiaryRow })
    return rows.map(({ id, name, currency, parent }) => ({
      id: String(id),
      name: cellText(name),
      currency: cellText(currency),
      isRoot: cellText(parent) === undefined,
    }))
  } catch (error) {
    // An account that is one company does not know the list.
    if (error instanceof DocumentRejected) return []
    throw error
  }
}

/** The one that a person chose, else the uppermost: what is made there can be used below it. */
export function ownSubsidiary(
  all: readonly Subsidiary[],
  { subsidiary }: OperationContext,
): Subsidiary | undefined {
  return all.find(({ id }) => id === subsidiary) ?? all.find(({ isRoot }) => isRoot) ?? all[0]
}
