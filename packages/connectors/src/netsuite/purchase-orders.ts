import { DocumentInUse } from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { DocumentRecord, HeldDocument } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { fromPurchaseOrder, orderStatus, toPurchaseOrder } from './translate.ts'
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
    fixed: () => fixed(order, number),
    inUse: () => inUse(order, number),
    closing: () => closingLines(order),
  }
}

/** Reference §3.3 `orderStatus`: D and E partly received, F waits for the bill, G billed, H closed. */
function fixed(order: PurchaseOrder, number: string): DocumentInUse | undefined {
  if (!'DEFGH'.includes(orderStatus(order) || '-')) return undefined
  return new DocumentInUse(
    `Purchase order ${number} is received, billed or closed in NetSuite, so it stays as it is. Change it in NetSuite, or leave it.`,
    { entry: 'moved-on', params: { number } },
  )
}

/** A closed order that was never received can still be deleted. */
function inUse(order: PurchaseOrder, number: string): DocumentInUse | undefined {
  const moved = (order.item?.items ?? []).some(
    ({ quantityReceived = 0, quantityBilled = 0 }) => quantityReceived > 0 || quantityBilled > 0,
  )
  if (!moved && !'DEFG'.includes(orderStatus(order) || '-')) return undefined
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
