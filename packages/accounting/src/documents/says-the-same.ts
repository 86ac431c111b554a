import { comparableDocument } from './comparable-document.ts'
import { compareDocuments } from './compare-documents.ts'
import { inOrderOf } from './in-order-of.ts'
import { leadsBackOnly } from './leads-back-only.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'
import { memoThere } from './memo-there.ts'

/** Fields that an update takes out there when the form has none. */
const cleared = ['memo', 'dueDate']

/**
 * Does the ledger's document say what ours says, also in what ours no longer has? Of what no ledger gives back, prices,
 * tax, classes, jobs, it can say nothing.
 */
export function saysTheSame(ours: LedgerDocument, read: RemoteDocument): boolean {
  const there = leadsBackOnly(read.memo, ours) ? { ...read, memo: memoThere(ours) ?? '' } : read
  if (compareDocuments(ours, there).length > 0) return false
  const [wanted, found] = [comparableDocument(ours), comparableDocument(inOrderOf(ours, there))]
  const both = [...wanted.keys()].filter(
    (field) => /\.(description|quantity)$/.test(field) && found.has(field),
  )
  return [...cleared, ...both].every((field) => wanted.get(field)?.same === found.get(field)?.same)
}
