import type { Change } from '../memory-database/view.ts'
import type { LedgerBooks } from '../world/ledger-books.ts'
import { Violation } from './violation.ts'

/** After every step: the ledger holds no document twice. */
export function judgeLedger(books: LedgerBooks): void {
  for (const [number, times] of books.creates)
    if (times > 1)
      throw new Violation('a document is created at most once', `${number} was created ${times} times`)
}

/** After every commit: what is stamped is told, in the same transaction. */
export function judgeCommit(changes: readonly Change[]): void {
  const stamped = changes.some(({ table, before }) => table.name === 'timeline' && before === undefined)
  if (stamped && !changes.some(({ table, before }) => table.name === 'outbox' && before === undefined))
    throw new Violation('whatever is stamped is told to the outbox in the same transaction')
}
