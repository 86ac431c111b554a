import type { Change } from '../memory-database/view.ts'
import type { LedgerBooks } from '../world/ledger-books.ts'
import { Violation } from './violation.ts'

/** After every step: the ledger holds no document twice. */
export function judgeLedger(books: LedgerBooks): void {
  for (const [number, times] of books.creates)
    if (times > 1)
      throw new Violation('a document is created at most once', `${number} was created ${times} times`)
}

/** After every commit: what is stamped is told, in the same transaction, and whatever waits for a person has its task. */
export function judgeCommit(changes: readonly Change[]): void {
  for (const change of changes) if (asksPerson(change)) judgeAsked(changes, change)
  const stamped = changes.some(isStamped)
  if (stamped && !changes.some(({ table, before }) => table.name === 'outbox' && before === undefined))
    throw new Violation('whatever is stamped is told to the outbox in the same transaction')
}

/** A row of its own, or the first stamps, which stand in the form. */
function isStamped({ table, before, after }: Change): boolean {
  if (table.name === 'timeline') return before === undefined
  return table.name === 'submissions' && after?.firstStamps !== before?.firstStamps
}

/** It is set aside here: nobody but a person goes on with it. */
function asksPerson({ table, before, after }: Change): boolean {
  if (table.name !== 'effects' || after === undefined) return false
  const set = (row: Change['after']) => row?.state === 'needs-person' || row?.waitingFor === 'cure'
  return set(after) && !set(before) && after.submissionId !== null
}

function judgeAsked(changes: readonly Change[], { after: effect }: Change): void {
  const asked = changes.some(
    ({ table, after }) =>
      table.name === 'tasks' && after?.effectId === effect?._id && after?.state === 'open',
  )
  const told = changes.some(
    ({ table, after }) =>
      table.name === 'outbox' &&
      (after?.hints as { topic: string }[] | undefined)?.some(({ topic }) => topic === 'tasks') === true,
  )
  if (!asked || !told)
    throw new Violation('whatever waits for a person has its task, and is told', String(effect?._id))
}
