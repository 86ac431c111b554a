import { inFigures, sameMoney } from '../money/arithmetic.ts'
import type { Money } from '../money/money.ts'
import { inOrderOf } from './in-order-of.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'
import type { RemoteReference } from './remote-reference.ts'
import { trackingMarks } from './tracking-marks.ts'

/** One thing that the ledger holds otherwise than we sent it; both sides as people read them. */
export interface Difference {
  field: string
  sent: string
  found: string
}

/**
 * Verified success: compares what was read back with what was sent. An empty list means verified.
 * Fields that were not sent are not compared: the ledger may fill them from its own defaults.
 */
export function compareDocuments(sent: LedgerDocument, read: RemoteDocument): Difference[] {
  const found = inOrderOf(sent, read)
  const differences: Difference[] = []
  const expect = (field: string, wanted: string | undefined, got: string | undefined) => {
    if (wanted !== undefined && wanted !== (got ?? ''))
      differences.push({ field, sent: wanted, found: got ?? '' })
  }
  const expectSame = (
    field: string,
    wanted: RemoteReference | undefined,
    got: RemoteReference | undefined,
  ) => {
    if (wanted !== undefined && wanted.id !== (got?.id ?? ''))
      differences.push({ field, sent: named(wanted), found: named(got) })
  }
  const expectAmount = (field: string, wanted: Money, got: Money) => {
    if (!sameMoney(wanted, got)) differences.push({ field, sent: inFigures(wanted), found: inFigures(got) })
  }
  expect('number', sent.number, found.number)
  expectSame('party', sent.party, found.party)
  expect('date', sent.date, found.date)
  expect('dueDate', sent.dueDate, found.dueDate)
  expectSame('terms', sent.terms, found.terms)
  expectSame('employee', sent.employee, found.employee)
  expect('memo', sent.memo ?? sent.backLink, found.memo)
  const { memo, shipTo, employee, ...marks } = sent.dropped ?? {}
  const expectGone = (field: string, was: string | undefined, got: string | undefined) => {
    if (was !== undefined && sameText(was, got)) differences.push({ field, sent: '', found: got ?? '' })
  }
  const expectNot = (field: string, was: RemoteReference | undefined, got: RemoteReference[] | undefined) => {
    const there = got?.find(({ id }) => id === was?.id)
    if (there !== undefined) differences.push({ field, sent: '', found: named(there) })
  }
  const expectAmong = (field: string, wanted: RemoteReference[], got: RemoteReference[] | undefined) => {
    const missing = wanted.filter((each) => got?.every(({ id }) => id !== each.id))
    if (missing.length === 0 || got === undefined) return
    differences.push({ field, sent: missing.map(named).join(', '), found: got.map(named).join(', ') })
  }
  expectGone('memo', memo, found.memo)
  expectGone('shipTo', shipTo, found.shipTo)
  expectNot('employee', employee, found.employee && [found.employee])
  for (const mark of trackingMarks(marks)) expectNot('class', mark, found.classes)
  expect('lines', String(sent.lines.length), String(found.lines.length))
  // A receipt says how much arrived, not what it costs.
  const isReceipt = sent.kind === 'receipt'
  if (!isReceipt) expectAmount('net', sent.net, found.net)
  // What is paid must be what the paper says; an order's tax is the ledger's own affair unless we told its rates (G-14).
  const hasTotal = sent.kind === 'bill' || sent.lines.some(({ taxRate }) => taxRate !== undefined)
  if (hasTotal && found.total !== undefined) expectAmount('total', sent.total, found.total)
  sent.lines.forEach((line, position) => {
    const other = found.lines[position]
    if (other === undefined) return
    const at = `lines.${position + 1}`
    expect(`${at}.kind`, line.kind, other.kind)
    if (isReceipt) {
      expect(`${at}.quantity`, line.quantity, other.quantity ?? line.quantity)
      return
    }
    expectAmount(`${at}.amount`, line.amount, other.amount)
    if (line.kind === 'item') expectSame(`${at}.item`, line.item, other.item)
    else expectSame(`${at}.account`, line.account, other.account)
    expectSame(`${at}.taxCode`, line.taxCode, other.taxCode)
    // A ledger may keep one of its lists for the whole document.
    const isTold = other.classes !== undefined || found.classes !== undefined
    const there = isTold ? [...(other.classes ?? []), ...(found.classes ?? [])] : undefined
    expectAmong(`${at}.class`, trackingMarks(line, sent), there)
    const project = line.project ?? sent.project
    expectAmong(`${at}.project`, project === undefined ? [] : [project], other.projects)
    for (const mark of trackingMarks(line.dropped ?? {})) expectNot(`${at}.class`, mark, other.classes)
    expectNot(`${at}.project`, line.dropped?.project, other.projects)
  })
  return differences
}

function sameText(left: string, right = ''): boolean {
  const inOneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ')
  return inOneLine(left) === inOneLine(right)
}

function named(reference: RemoteReference | undefined): string {
  return reference?.name ?? reference?.id ?? ''
}
