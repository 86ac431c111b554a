import { sameMoney } from '../money/arithmetic.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'

/** One thing that the ledger holds otherwise than we sent it. */
export interface Difference {
  field: string
  sent: string
  found: string
}

/**
 * Verified success: compares what was read back with what was sent. An empty list means verified.
 * Fields that were not sent are not compared: the ledger may fill them from its own defaults.
 */
export function compareDocuments(sent: LedgerDocument, found: RemoteDocument): Difference[] {
  const differences: Difference[] = []
  const expect = (field: string, wanted: string | undefined, got: string | undefined) => {
    if (wanted !== undefined && wanted !== (got ?? ''))
      differences.push({ field, sent: wanted, found: got ?? '' })
  }
  expect('number', sent.number, found.number)
  expect('party', sent.party.id, found.party?.id)
  expect('date', sent.date, found.date)
  expect('dueDate', sent.dueDate, found.dueDate)
  expect('memo', sent.memo, found.memo)
  expect('lines', String(sent.lines.length), String(found.lines.length))
  if (!sameMoney(sent.net, found.net)) expect('net', String(sent.net.minor), String(found.net.minor))
  sent.lines.forEach((line, position) => {
    const other = found.lines[position]
    if (other === undefined) return
    expect(`lines.${position + 1}.kind`, line.kind, other.kind)
    expect(`lines.${position + 1}.amount`, String(line.amount.minor), String(other.amount.minor))
    if (line.kind === 'item') expect(`lines.${position + 1}.item`, line.item?.id, other.item?.id)
    else expect(`lines.${position + 1}.account`, line.account?.id, other.account?.id)
  })
  return differences
}
