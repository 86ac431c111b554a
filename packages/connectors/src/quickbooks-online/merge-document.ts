import {
  type DocumentLine,
  type LedgerDocument,
  type RemoteReference,
  trackingMarks,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import { idsThere } from './tracking-reference.ts'
import type { PurchaseOrderBody } from './translate.ts'
import type { BillBody } from './translate-bill.ts'
import type { Line, PurchaseOrder, Reference } from './wire.ts'

/** What a full update from us decides alone; when the form has none, it is cleared there. */
const ours = ['DocNumber', 'VendorRef', 'TxnDate', 'DueDate', 'PrivateNote', 'ShipAddr', 'Line']
const ofTheVendor = ['VendorAddr', 'POEmail', 'SalesTermRef']

/**
 * A full update clears what it leaves out (developer.intuit.com "Full update"), so it starts from what was read:
 * terms, location and custom fields that a bookkeeper set there stay.
 */
export function mergeDocument(
  before: PurchaseOrder,
  {
    body,
    document,
  }: { body: PurchaseOrderBody | BillBody; document: Pick<LedgerDocument, 'lines' | 'dropped' | 'taxing'> },
): object {
  const isOtherVendor = before.VendorRef.value !== body.VendorRef.value
  const marks = [document, ...document.lines].flatMap(({ dropped = {} }) => trackingMarks(dropped))
  const { classId, locationId } = idsThere(marks)
  const isOurTerm = isSame(before.SalesTermRef, document.dropped?.terms)
  const dropped = new Set([
    ...ours,
    ...(isOtherVendor ? ofTheVendor : []),
    ...(before.ClassRef?.value === classId ? ['ClassRef'] : []),
    ...(before.DepartmentRef?.value === locationId ? ['DepartmentRef'] : []),
    ...(isOurTerm ? ['SalesTermRef'] : []),
    // Reckoned anew by the codes of the lines: the amounts of before would stand for those of now.
    ...(document.taxing === undefined ? [] : ['TxnTaxDetail']),
  ])
  const kept = Object.entries(before).filter(([property]) => !dropped.has(property))
  return {
    ...Object.fromEntries(kept),
    ...body,
    Id: before.Id,
    SyncToken: before.SyncToken,
    sparse: false,
    Line: mergeLines(before.Line, { wanted: body.Line, document }),
  }
}

/** A known line id updates the line, a new one adds it, one left out is removed (reference §1.3): by position. */
function mergeLines(
  before: readonly Line[],
  {
    wanted,
    document,
  }: { wanted: PurchaseOrderBody['Line']; document: Pick<LedgerDocument, 'lines' | 'taxing'> },
): object[] {
  const known = before.filter(({ DetailType }) => DetailType.endsWith('BasedExpenseLineDetail'))
  return wanted.map((line, position) => {
    const old = known[position]
    if (old === undefined || old.DetailType !== line.DetailType) return line
    return {
      ...present({ Id: old.Id }),
      ...line,
      ...keptDetail(old, { line, dropped: document.lines[position]?.dropped, taxing: document.taxing }),
    }
  })
}

interface Wanted {
  line: PurchaseOrderBody['Line'][number]
  dropped: DocumentLine['dropped']
  taxing: LedgerDocument['taxing']
}

/** Customer, billable mark and, where we tell none, tax code stay on a line that is still about the same item or account. */
function keptDetail(old: Line, wish: Wanted): object {
  const { line } = wish
  if (line.DetailType === 'ItemBasedExpenseLineDetail') {
    const before = old.ItemBasedExpenseLineDetail
    const wanted = line.ItemBasedExpenseLineDetail
    if (before?.ItemRef?.value !== wanted.ItemRef.value) return {}
    return { ItemBasedExpenseLineDetail: { ...kept(before, wish), ...wanted } }
  }
  const before = old.AccountBasedExpenseLineDetail
  const wanted = line.AccountBasedExpenseLineDetail
  if (before?.AccountRef?.value !== wanted.AccountRef.value) return {}
  return { AccountBasedExpenseLineDetail: { ...kept(before, wish), ...wanted } }
}

/** Class and customer go when they are the class and the project that the form had; those entered there stay. */
function kept(detail: Marks, { dropped, taxing }: Wanted): object {
  const gone = [
    ...(detail.ClassRef?.value === idsThere(trackingMarks(dropped ?? {})).classId ? ['ClassRef'] : []),
    ...(isSame(detail.CustomerRef, dropped?.project) ? ['CustomerRef', 'BillableStatus'] : []),
    ...(taxing === undefined ? [] : ['TaxCodeRef', 'TaxAmount', 'TaxInclusiveAmt']),
  ]
  return Object.fromEntries(Object.entries(detail).filter(([property]) => !gone.includes(property)))
}

type Marks = Partial<Record<'ClassRef' | 'CustomerRef', Reference>>

function isSame(there: Reference | undefined, ours: RemoteReference | undefined): boolean {
  return ours !== undefined && there?.value === ours.id
}
