import type { LedgerDocument, Operation, OperationContext } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { noteRequest, readRequest } from '../requests.ts'
import { History } from '../wire.ts'

/**
 * Notes stand in the document's history, where nobody can change or remove them: those that are there already, from an
 * earlier try or an earlier revision, are not written once more.
 */
export function* addMissingNotes(
  { notes = [] }: LedgerDocument,
  { path, context }: { path: string; context: OperationContext },
): Operation<void> {
  if (notes.length === 0) return
  const place = { path: `${path}/History`, context }
  const { HistoryRecords } = yield* exchange(readRequest('notes', place), History)
  const there = new Set(HistoryRecords.map(({ Details }) => Details))
  const missing = notes.filter((note) => !there.has(note))
  if (missing.length === 0) return
  const body = { HistoryRecords: missing.map((Details) => ({ Details })) }
  yield* exchange(noteRequest('note', { ...place, body }), History)
}
