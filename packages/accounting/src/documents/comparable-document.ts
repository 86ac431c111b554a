import { inFigures } from '../money/arithmetic.ts'
import type { Money } from '../money/money.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'
import { memoThere } from './memo-there.ts'
import type { RemoteReference } from './remote-reference.ts'

/** One value of a document: what makes it the same, and how people read it. */
export interface ComparableValue {
  same: string
  shown: string
}

/** A document field by field, ours and theirs alike; what it does not say is left out. */
export function comparableDocument(document: LedgerDocument | RemoteDocument): Map<string, ComparableValue> {
  const status = 'status' in document ? document.status : 'open'
  const fields: [string, ComparableValue | undefined][] = [
    ['number', text(document.number)],
    ['party', referred(document.party)],
    ['date', text(document.date)],
    ['dueDate', text(document.dueDate)],
    ['terms', referred(document.terms)],
    ['employee', referred(document.employee)],
    ['memo', text(memoThere(document))],
    ['status', text(status)],
    ['lines', text(String(document.lines.length))],
    ['net', amount(document.net)],
    ['total', document.total && tellsTotal(document) ? amount(document.total) : undefined],
  ]
  document.lines.forEach((line, index) => {
    const at = `lines.${index + 1}`
    fields.push(
      [`${at}.kind`, text(line.kind)],
      [`${at}.item`, referred(line.item)],
      [`${at}.account`, referred(line.account)],
      [`${at}.description`, text(line.description)],
      [`${at}.quantity`, text(line.quantity)],
      [`${at}.unitPrice`, text(line.unitPrice)],
      [`${at}.amount`, amount(line.amount)],
      [`${at}.taxCode`, referred(line.taxCode)],
    )
  })
  return new Map(fields.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])))
}

/** Ours has always one; of an order without rates it is the net, and the ledger's own affair (G-14). */
function tellsTotal(document: LedgerDocument | RemoteDocument): boolean {
  if ('status' in document || document.kind === 'bill') return true
  return document.lines.some(({ taxRate }) => taxRate !== undefined)
}

function text(value: string | undefined): ComparableValue | undefined {
  return value === undefined || value === '' ? undefined : { same: value, shown: value }
}

function referred(reference: RemoteReference | undefined): ComparableValue | undefined {
  return reference === undefined ? undefined : { same: reference.id, shown: reference.name ?? reference.id }
}

function amount(money: Money): ComparableValue {
  const shown = inFigures(money)
  return { same: shown, shown }
}
