import { type LedgerDocument, type RemoteReference, trackingMarks } from '@fieldledger/accounting'
import { present } from '../present.ts'
import { trackingOf } from './tracking-reference.ts'
import { isPosted, type PurchaseOrderBody } from './translate.ts'
import type { toBill } from './translate-bill.ts'
import type { Bill, LineItem, PurchaseOrder } from './wire.ts'

/** What an order from us decides alone; when the form has none, it is emptied there. */
const ours = ['DeliveryInstructions', 'DeliveryAddress', 'Reference'] as const

interface Wanted<Body> {
  body: Body
  document: Pick<LedgerDocument, 'lines'>
}

/**
 * What an update does not name stays as it is there, so what the form no longer has is named as empty. Lines are
 * the exception: one left out is removed (reference §2.4).
 */
export function mergePurchaseOrder(before: PurchaseOrder, wanted: Wanted<PurchaseOrderBody>) {
  const { body } = wanted
  const emptied = ours.filter((field) => body[field] === undefined && before[field])
  return {
    PurchaseOrderID: before.PurchaseOrderID,
    ...body,
    ...Object.fromEntries(emptied.map((field) => [field, ''])),
    LineItems: mergeLines(before.LineItems, wanted),
  }
}

/** What a bill from us says, it says always: nothing is to be emptied but what stands on its lines. */
export function mergeBill(before: Bill, wanted: Wanted<ReturnType<typeof toBill>>) {
  return {
    InvoiceID: before.InvoiceID,
    ...wanted.body,
    LineItems: mergeLines(before.LineItems, wanted),
  }
}

/** By position: a line about the same item or account is changed, any other is new. */
function mergeLines(
  before: readonly LineItem[],
  { body, document }: Wanted<Pick<PurchaseOrderBody, 'LineItems'>>,
): object[] {
  const known = before.filter(isPosted)
  return body.LineItems.map((line, position) => {
    const old = known[position]
    if (old === undefined || aboutOf(old) !== aboutOf(line)) return line
    const Tracking = tracking(old, {
      wanted: line.Tracking,
      dropped: trackingMarks(document.lines[position]?.dropped ?? {}),
    })
    return { ...present({ LineItemID: old.LineItemID }), ...line, ...present({ Tracking }) }
  })
}

type Tracking = PurchaseOrderBody['LineItems'][number]['Tracking']

/** A list that is sent is the whole list, and one that is not sent stays: the other category is the bookkeeper's. */
function tracking(
  { Tracking: there = [] }: LineItem,
  { wanted = [], dropped }: { wanted?: Tracking; dropped: readonly RemoteReference[] },
): object[] | undefined {
  if (wanted.length === 0 && dropped.length === 0) return undefined
  const ours = [...wanted, ...dropped.map(trackingOf)]
  const theirs = there.filter(
    (each) => !ours.some(({ TrackingCategoryID }) => TrackingCategoryID === each.TrackingCategoryID),
  )
  return [
    ...theirs.map(({ TrackingCategoryID, TrackingOptionID }) =>
      present({ TrackingCategoryID, TrackingOptionID }),
    ),
    ...wanted,
  ]
}

function aboutOf(line: { ItemCode?: string; AccountCode?: string }): string {
  return line.ItemCode ? `item ${line.ItemCode}` : `account ${line.AccountCode}`
}
