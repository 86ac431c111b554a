import {
  InactiveReference,
  type LedgerError,
  type Operation,
  UnknownReference,
  WrongAccount,
} from '@fieldledger/accounting'
import { explainReferences } from '../../explain-references.ts'
import { rowsOf } from '../read-answer.ts'
import { quoted } from '../requests.ts'
import { isYes } from '../row.ts'
import { ActiveRow } from '../wire.ts'

type RecordKind = 'vendor' | 'item' | 'account' | 'term' | 'employee'

/** The service calls a record that is inactive an invalid value, like one that is not there. */
export const explainingReferences = explainReferences<RecordKind>({
  label: 'NetSuite',
  isAboutReference: (error): error is LedgerError =>
    error instanceof InactiveReference || error instanceof UnknownReference || error instanceof WrongAccount,
  named: ({ party, lines, terms, employee }) => [
    ['vendor', [party]],
    ['item', lines.map(({ item }) => item)],
    ['account', lines.map(({ account }) => account)],
    ['term', [terms]],
    ['employee', [employee]],
  ],
  // A list in SuiteQL is kept below the thousand that its database takes.
  atOnce: 500,
  activeById,
})

function* activeById(record: RecordKind, ids: readonly string[]): Operation<Map<string, boolean>> {
  const q = `SELECT id, isinactive FROM ${record} WHERE id IN (${ids.map(quoted).join(', ')}) ORDER BY id`
  const { rows } = yield* rowsOf(`check-${record}`, { q, row: ActiveRow })
  return new Map(rows.map(({ id, isinactive }) => [String(id), !isYes(isinactive)]))
}
