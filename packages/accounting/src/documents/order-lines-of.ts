import { inOrderOf } from './in-order-of.ts'
import type { LedgerDocument, OrderedLine, RemoteDocument } from './ledger-document.ts'

/** The lines of an order by our ids: what was sent beside what was read back. Empty when a person changed its lines there. */
export function orderLinesOf(order: {
  sent: LedgerDocument
  read: RemoteDocument
}): Map<string, OrderedLine> {
  const { lines, reference } = inOrderOf(order.sent, order.read)
  const isSame =
    lines.length === order.sent.lines.length &&
    order.sent.lines.every(({ kind }, position) => lines[position]?.kind === kind)
  if (!isSame) return new Map()
  return new Map(
    order.sent.lines.flatMap(({ id, kind }, position) => {
      const line = lines[position]?.id
      return line === undefined ? [] : [[id, { order: reference.id, line, kind }] as const]
    }),
  )
}
