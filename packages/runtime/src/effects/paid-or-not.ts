import type { RemoteDocument } from '@fieldledger/accounting'

/** As it was read, paid as it is now: whoever pays a bill changes nothing of what we sent. */
export function paidOrNot(document: RemoteDocument, { kind, status }: RemoteDocument): RemoteDocument {
  return kind === 'bill' || kind === 'sales-invoice' ? { ...document, status } : document
}
