import { present } from '../present.ts'
import { isPosted, type PurchaseOrderBody } from './translate.ts'
import type { toBill } from './translate-bill.ts'
import type { Bill, LineItem, PurchaseOrder } from './wire.ts'

/** What an order from us decides alone; when the form has none, it is emptied there. */
const ours = ['DeliveryInstructions', 'DeliveryAddress', 'Reference'] as const

/**
 * What an update does not name stays as it is there, so what the form no longer has is named as empty. Lines are
 * the exception: one left out is removed (reference §2.4).
 */
export function mergePurchaseOrder(before: PurchaseOrder, body: PurchaseOrderBody) {
  const emptied = ours.filter((field) => body[field] === undefined && before[field])
  return {
    PurchaseOrderID: before.PurchaseOrderID,
    ...body,
    ...Object.fromEntries(emptied.map((field) => [field, ''])),
    LineItems: mergeLines(before.LineItems, body.LineItems),
  }
}

/** What a bill from us says, it says always: nothing is to be emptied. */
export function mergeBill(before: Bill, body: ReturnType<typeof toBill>) {
  return { InvoiceID: before.InvoiceID, ...body, LineItems: mergeLines(before.LineItems, body.LineItems) }
}

/** By position: a line about the same item or account is changed, any other is new. */
function mergeLines(before: readonly LineItem[], wanted: PurchaseOrderBody['LineItems']): object[] {
  const known = before.filter(isPosted)
  return wanted.map((line, position) => {
    const old = known[position]
    const isSame = old !== undefined && aboutOf(old) === aboutOf(line)
    return isSame ? { ...present({ LineItemID: old.LineItemID }), ...line } : line
  })
}

function aboutOf(line: { ItemCode?: string; AccountCode?: string }): string {
  return line.ItemCode ? `item ${line.ItemCode}` : `account ${line.AccountCode}`
}
