import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'

/**
 * A ledger may keep item lines and expense lines as two lists, and then gives one after the other: what was read is put
 * into the order of what was sent. Only where both have as many of each kind; the order within a kind is the ledger's.
 */
export function inOrderOf(sent: LedgerDocument, read: RemoteDocument): RemoteDocument {
  const ofKind = {
    item: read.lines.filter(({ kind }) => kind === 'item'),
    expense: read.lines.filter(({ kind }) => kind === 'expense'),
  }
  const items = sent.lines.filter(({ kind }) => kind === 'item').length
  const isSame = read.lines.length === sent.lines.length && ofKind.item.length === items
  if (!isSame) return read
  const lines = sent.lines.flatMap(({ kind }) => ofKind[kind].shift() ?? [])
  return { ...read, lines }
}
