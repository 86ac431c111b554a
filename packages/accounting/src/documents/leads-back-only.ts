import type { LedgerDocument } from './ledger-document.ts'

/** Whether the memo there is as good as ours: an address of this server from before, or none, of a document from before it. */
export function leadsBackOnly(memo = '', { backLink }: LedgerDocument): boolean {
  if (backLink === undefined) return false
  const withinServer = (address: string) => address.replace(/^https?:\/\/[^/\s]+/, '')
  return memo === '' || withinServer(memo) === withinServer(backLink)
}
