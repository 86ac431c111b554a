import { present } from '../present.ts'
import type { PurchaseOrderBody } from './translate.ts'
import type { BillBody } from './translate-bill.ts'
import type { Line, PurchaseOrder } from './wire.ts'

/** What a full update from us decides alone; when the form has none, it is cleared there. */
const ours = ['DocNumber', 'VendorRef', 'TxnDate', 'DueDate', 'PrivateNote', 'ShipAddr', 'ClassRef', 'Line']
const ofTheVendor = ['VendorAddr', 'POEmail', 'SalesTermRef']

/**
 * A full update clears what it leaves out (developer.intuit.com "Full update"), so it starts from what was read:
 * terms, location and custom fields that a bookkeeper set there stay.
 */
export function mergeDocument(before: PurchaseOrder, body: PurchaseOrderBody | BillBody): object {
  const isOtherVendor = before.VendorRef.value !== body.VendorRef.value
  const dropped = new Set([...ours, ...(isOtherVendor ? ofTheVendor : [])])
  const kept = Object.entries(before).filter(([property]) => !dropped.has(property))
  return {
    ...Object.fromEntries(kept),
    ...body,
    Id: before.Id,
    SyncToken: before.SyncToken,
    sparse: false,
    Line: mergeLines(before.Line, body.Line),
  }
}

/** A known line id updates the line, a new one adds it, one left out is removed (reference §1.3): by position. */
function mergeLines(before: readonly Line[], wanted: PurchaseOrderBody['Line']): object[] {
  const known = before.filter(({ DetailType }) => DetailType.endsWith('BasedExpenseLineDetail'))
  return wanted.map((line, position) => {
    const old = known[position]
    if (old === undefined || old.DetailType !== line.DetailType) return line
    return { ...present({ Id: old.Id }), ...line, ...keptDetail(old, line) }
  })
}

/** Customer, billable mark and tax code stay on a line that is still about the same item or account. */
function keptDetail(old: Line, line: PurchaseOrderBody['Line'][number]): object {
  if (line.DetailType === 'ItemBasedExpenseLineDetail') {
    const before = old.ItemBasedExpenseLineDetail
    const wanted = line.ItemBasedExpenseLineDetail
    if (before?.ItemRef?.value !== wanted.ItemRef.value) return {}
    return { ItemBasedExpenseLineDetail: { ...withoutClass(before), ...wanted } }
  }
  const before = old.AccountBasedExpenseLineDetail
  const wanted = line.AccountBasedExpenseLineDetail
  if (before?.AccountRef?.value !== wanted.AccountRef.value) return {}
  return { AccountBasedExpenseLineDetail: { ...withoutClass(before), ...wanted } }
}

function withoutClass(detail: object): object {
  return Object.fromEntries(Object.entries(detail).filter(([property]) => property !== 'ClassRef'))
}
