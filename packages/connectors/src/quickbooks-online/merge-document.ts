import type { DocumentLine, LedgerDocument, RemoteReference } from '@fieldledger/accounting'
import { present } from '../present.ts'
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
  }: { body: PurchaseOrderBody | BillBody; document: Pick<LedgerDocument, 'lines' | 'dropped'> },
): object {
  const isOtherVendor = before.VendorRef.value !== body.VendorRef.value
  const isOurClass = isSame(before.ClassRef, document.dropped?.class)
  const dropped = new Set([
    ...ours,
    ...(isOtherVendor ? ofTheVendor : []),
    ...(isOurClass ? ['ClassRef'] : []),
  ])
  const kept = Object.entries(before).filter(([property]) => !dropped.has(property))
  return {
    ...Object.fromEntries(kept),
    ...body,
    Id: before.Id,
    SyncToken: before.SyncToken,
    sparse: false,
    Line: mergeLines(before.Line, { wanted: body.Line, lines: document.lines }),
  }
}

/** A known line id updates the line, a new one adds it, one left out is removed (reference §1.3): by position. */
function mergeLines(
  before: readonly Line[],
  { wanted, lines }: { wanted: PurchaseOrderBody['Line']; lines: LedgerDocument['lines'] },
): object[] {
  const known = before.filter(({ DetailType }) => DetailType.endsWith('BasedExpenseLineDetail'))
  return wanted.map((line, position) => {
    const old = known[position]
    if (old === undefined || old.DetailType !== line.DetailType) return line
    return {
      ...present({ Id: old.Id }),
      ...line,
      ...keptDetail(old, { line, dropped: lines[position]?.dropped }),
    }
  })
}

interface Wanted {
  line: PurchaseOrderBody['Line'][number]
  dropped: DocumentLine['dropped']
}

/** Customer, billable mark and tax code stay on a line that is still about the same item or account. */
function keptDetail(old: Line, { line, dropped }: Wanted): object {
  if (line.DetailType === 'ItemBasedExpenseLineDetail') {
    const before = old.ItemBasedExpenseLineDetail
    const wanted = line.ItemBasedExpenseLineDetail
    if (before?.ItemRef?.value !== wanted.ItemRef.value) return {}
    return { ItemBasedExpenseLineDetail: { ...kept(before, dropped), ...wanted } }
  }
  const before = old.AccountBasedExpenseLineDetail
  const wanted = line.AccountBasedExpenseLineDetail
  if (before?.AccountRef?.value !== wanted.AccountRef.value) return {}
  return { AccountBasedExpenseLineDetail: { ...kept(before, dropped), ...wanted } }
}

/** Class and customer go when they are the class and the project that the form had; those entered there stay. */
function kept(detail: Marks, dropped: DocumentLine['dropped']): object {
  const gone = [
    ...(isSame(detail.ClassRef, dropped?.class) ? ['ClassRef'] : []),
    ...(isSame(detail.CustomerRef, dropped?.project) ? ['CustomerRef', 'BillableStatus'] : []),
  ]
  return Object.fromEntries(Object.entries(detail).filter(([property]) => !gone.includes(property)))
}

type Marks = Partial<Record<'ClassRef' | 'CustomerRef', Reference>>

function isSame(there: Reference | undefined, ours: RemoteReference | undefined): boolean {
  return ours !== undefined && there?.value === ours.id
}
