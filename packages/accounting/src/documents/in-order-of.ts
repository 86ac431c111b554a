import type { LedgerDocument, OrderLine, RemoteDocument } from './ledger-document.ts'

/**
 * A ledger may keep item lines and expense lines as two lists, and then gives one after the other; what it makes of an
 * order it gives in the order of that. What was read is put into the order of what was sent: line by line where both
 * name the order's lines, else by kind, where both have as many of each; the order within a kind is the ledger's.
 */
export function inOrderOf(sent: LedgerDocument, read: RemoteDocument): RemoteDocument {
  if (read.lines.length !== sent.lines.length) return read
  const lines = byOrderLine(sent, read) ?? byKind(sent, read)
  return lines === undefined ? read : { ...read, lines }
}

function byOrderLine(sent: LedgerDocument, read: RemoteDocument): RemoteDocument['lines'] | undefined {
  const there = new Map(read.lines.map((line) => [placeOf(line), line]))
  const lines = sent.lines.flatMap((line) => {
    const place = placeOf(line)
    const found = place === undefined ? undefined : there.get(place)
    return found === undefined ? [] : [found]
  })
  return new Set(lines).size === read.lines.length ? lines : undefined
}

function placeOf({ kind, orderLine }: { kind: string; orderLine?: OrderLine }): string | undefined {
  return orderLine === undefined ? undefined : `${orderLine.order}/${kind}/${orderLine.line}`
}

function byKind(sent: LedgerDocument, read: RemoteDocument): RemoteDocument['lines'] | undefined {
  const ofKind = {
    item: read.lines.filter(({ kind }) => kind === 'item'),
    expense: read.lines.filter(({ kind }) => kind === 'expense'),
  }
  const items = sent.lines.filter(({ kind }) => kind === 'item').length
  return ofKind.item.length === items
    ? sent.lines.flatMap(({ kind }) => ofKind[kind].shift() ?? [])
    : undefined
}
