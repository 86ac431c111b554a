import { changedThere } from './changed-there.ts'
import { comparableDocument } from './comparable-document.ts'
import { compareDocuments, type Difference } from './compare-documents.ts'
import { inOrderOf } from './in-order-of.ts'
import { leadsBackOnly } from './leads-back-only.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'

/** An update takes them out there when the form has none. */
const clearedWithOurs = ['memo', 'dueDate']

/** Both versions side by side: what we would change there, and what somebody changed that we would take back. */
export function twoVersions(versions: {
  ours: LedgerDocument
  before: RemoteDocument | undefined
  now: RemoteDocument
}): Difference[] {
  const { ours } = versions
  const now = inOrderOf(ours, versions.now)
  const before = versions.before && inOrderOf(ours, versions.before)
  const byHand = before === undefined ? [] : changedThere({ before, now })
  const fields = new Set([
    ...compareDocuments(ours, now).map(({ field }) => field),
    ...clearedWithOurs,
    ...byHand,
  ])
  // Nobody changed a memo that led back to the form from an earlier address, or not yet.
  if (!byHand.includes('memo') && leadsBackOnly(now.memo, ours)) fields.delete('memo')
  const [here, there] = [comparableDocument(ours), comparableDocument(now)]
  return [...fields].flatMap((field) => {
    const [sent, found] = [here.get(field), there.get(field)]
    if (sent?.same === found?.same) return []
    return [{ field, sent: sent?.shown ?? '', found: found?.shown ?? '' }]
  })
}
