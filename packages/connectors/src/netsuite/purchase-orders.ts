import { DocumentInUse } from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { DocumentRecord, HeldDocument } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromPurchaseOrder, isClosed, orderStatus, toPurchaseOrder } from './translate.ts'
import { PurchaseOrder } from './wire.ts'

export const purchaseOrders: DocumentRecord = {
  name: 'Purchase order',
  path: 'purchaseOrder',
  type: 'PurchOrd',
  isNumberOfVendor: false,
  isApproved: true,
  // biome-ignore lint/correctness/useYield: an operation that asks nothing
  toSend: function* (document, place) {
    return { body: toPurchaseOrder(document, place) }
  },
  read: function* (request) {
    return held(yield* exchange(request, PurchaseOrder))
  },
}

function held(order: PurchaseOrder): HeldDocument {
  const { id, tranId: number = id, lastModifiedDate, currency } = order
  return {
    id,
    number,
    revision: lastModifiedDate,
    currency: currency?.id,
    inOurWords: (place) => fromPurchaseOrder(order, place),
    standing: standingOf(order),
    inUse: () => inUse(order, number),
    closing: () => closingLines(order),
  }
}

/** Reference §3.3 `orderStatus`; a closed line is told before the status follows. */
const standings: Readonly<Record<string, string>> = {
  A: 'awaiting-approval',
  C: 'rejected',
  D: 'begun',
  E: 'begun',
  F: 'received',
  G: 'billed',
  H: 'closed',
}

/** Where bills come before receipts the status does not tell of them. */
function standingOf(order: PurchaseOrder): string {
  const standing = standings[orderStatus(order)]
  if (standing !== undefined) return standing
  if (isClosed(order)) return 'closed'
  return hasBegun(order) ? 'begun' : 'open'
}

function hasBegun({ item }: PurchaseOrder): boolean {
  return (item?.items ?? []).some(
    ({ quantityReceived = 0, quantityBilled = 0 }) => quantityReceived > 0 || quantityBilled > 0,
  )
}

/** A closed order that was never received can still be deleted. */
function inUse(order: PurchaseOrder, number: string): DocumentInUse | undefined {
  if (!hasBegun(order) && !'DEFG'.includes(orderStatus(order) || '-')) return undefined
  return new DocumentInUse(
    `Purchase order ${number} is received or billed in NetSuite, so it is not deleted. Close what is open of it instead, or leave the order.`,
    { entry: 'moved-on', params: { number } },
  )
}

/** A line is named by its key; closing the lines closes the order. */
function closingLines(order: PurchaseOrder): object {
  const open = (lines: readonly { line?: number | undefined; isClosed?: boolean | undefined }[] = []) => {
    const items = lines.flatMap(({ line, isClosed }) =>
      isClosed === true || line === undefined ? [] : [{ line, isClosed: true }],
    )
    return items.length === 0 ? undefined : { items }
  }
  return present({ item: open(order.item?.items), expense: open(order.expense?.items) })
}
