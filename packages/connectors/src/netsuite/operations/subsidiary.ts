import { DocumentRejected, type Operation } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { cellText } from '../row.ts'
import { SubsidiaryRow } from '../wire.ts'

export interface Subsidiary {
  id: string
  name: string | undefined
  /** The id of its currency. */
  currency: string | undefined
}

/** The uppermost one: what is made there can be used below it. undefined = the account has no subsidiaries. */
export function* rootSubsidiary(): Operation<Subsidiary | undefined> {
  const q = "SELECT id, name, parent, currency FROM subsidiary WHERE isinactive = 'F' ORDER BY id"
  try {
    const { rows } = yield* rowsOf('subsidiaries', { q, row: SubsidiaryRow })
    const root = rows.find(({ parent }) => cellText(parent) === undefined) ?? rows[0]
    if (root === undefined) return undefined
    return { id: String(root.id), name: cellText(root.name), currency: cellText(root.currency) }
  } catch (error) {
    // An account that is one company does not know the list.
    if (error instanceof DocumentRejected) return undefined
    throw error
  }
}
