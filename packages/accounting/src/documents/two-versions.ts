import { changedThere } from './changed-there.ts'
import { comparableDocument } from './comparable-document.ts'
import { compareDocuments, type Difference } from './compare-documents.ts'
import { inOrderOf } from './in-order-of.ts'
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
  const fields = new Set([
    ...compareDocuments(ours, now).map(({ field }) => field),
    ...clearedWithOurs,
    ...(before === undefined ? [] : changedThere({ before, now })),
  ])
  const [here, there] = [comparableDocument(ours), comparableDocument(now)]
  return [...fields].flatMap((field) => {
    const [sent, found] = [here.get(field), there.get(field)]
    if (sent?.same === found?.same) return []
    return [{ field, sent: sent?.shown ?? '', found: found?.shown ?? '' }]
  })
}
