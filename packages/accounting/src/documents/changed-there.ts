import { comparableDocument } from './comparable-document.ts'
import type { RemoteDocument } from './ledger-document.ts'

/** The fields that somebody changed in the ledger since it was last read. */
export function changedThere(read: { before: RemoteDocument; now: RemoteDocument }): string[] {
  const [before, after] = [comparableDocument(read.before), comparableDocument(read.now)]
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields].filter((field) => before.get(field)?.same !== after.get(field)?.same)
}
