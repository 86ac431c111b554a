import { DocumentRemoved, type LedgerDocument, NotAllowed, type Operation } from '@fieldledger/accounting'
import type { DocumentRecord, HeldDocument } from './document-record.ts'
import { exchange } from './read-answer.ts'
import { readRequest } from './requests.ts'
import { fromReceipt, toReceipt } from './translate-receipt.ts'
import { PurchaseOrder, Receipt } from './wire.ts'

export const receipts: DocumentRecord = {
  name: 'Item receipt',
  path: 'itemReceipt',
  type: 'ItemRcpt',
  isNumberOfVendor: true,
  isApproved: false,
  toSend: function* (document) {
    const madeFrom = orderOf(document)
    return { body: toReceipt(document, yield* readOrder(madeFrom, document)), madeFrom }
  },
  read: function* (request) {
    return held(yield* exchange(request, Receipt))
  },
}

function held(receipt: Receipt): HeldDocument {
  const { id, tranId: number = id, lastModifiedDate, currency } = receipt
  return {
    id,
    number,
    revision: lastModifiedDate,
    currency: currency?.id,
    inOurWords: (place) => fromReceipt(receipt, place),
    standing: 'received',
    // Whether it is billed does not stand in it: then the service itself refuses.
    inUse: () => undefined,
    closing: () => undefined,
  }
}

function orderOf({ lines }: LedgerDocument): string {
  const [order, another] = new Set(lines.flatMap(({ orderLine }) => orderLine?.order ?? []))
  if (order !== undefined && another === undefined && lines.every(({ orderLine }) => orderLine !== undefined))
    return order
  throw new NotAllowed(
    'NetSuite makes an item receipt out of one purchase order. Make the receipt from the order whose lines arrived.',
  )
}

function* readOrder(id: string, { number }: LedgerDocument): Operation<PurchaseOrder> {
  try {
    return yield* exchange(
      readRequest('read-order', `purchaseOrder/${encodeURIComponent(id)}`),
      PurchaseOrder,
    )
  } catch (error) {
    if (!(error instanceof DocumentRemoved)) throw error
    throw new DocumentRemoved(
      `The order of receipt ${number} was deleted in NetSuite. Send the order again as a new one, then this receipt.`,
      { ...error.detail, params: { number } },
    )
  }
}
