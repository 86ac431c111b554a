import { comparableDocument, type RemoteDocument } from '@fieldledger/accounting'

/** Field → its value as people read it. */
export function valuesOf(document: RemoteDocument): Map<string, string> {
  return new Map([...comparableDocument(document)].map(([field, { shown }]) => [field, shown]))
}
