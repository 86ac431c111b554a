import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'

/** What stands in the memo there: what the form says, or else the way back to it. */
export function memoThere(document: LedgerDocument | RemoteDocument): string | undefined {
  if (document.memo) return document.memo
  return 'backLink' in document ? document.backLink : undefined
}
