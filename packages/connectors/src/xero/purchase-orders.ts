import { DocumentInUse, NotReadyThere } from '@fieldledger/accounting'
import { firstStatus } from './first-status.ts'
import type { DocumentRecord, HeldDocument } from './held-document.ts'
import { mergePurchaseOrder } from './merge-document.ts'
import { exchange } from './read-answer.ts'
import { fromPurchaseOrder, stateOfOrder, toPurchaseOrder } from './translate.ts'
import { type PurchaseOrder, PurchaseOrders } from './wire.ts'

export const purchaseOrders: DocumentRecord = {
  name: 'Purchase order',
  plural: 'PurchaseOrders',
  search: ({ number }) => ({ path: `PurchaseOrders/${encodeURIComponent(number)}` }),
  between: ({ from, to }) => ({ path: 'PurchaseOrders', query: { DateFrom: from, DateTo: to } }),
  made: (document, taxTypeOf) => ({
    ...toPurchaseOrder(document, taxTypeOf),
    Status: firstStatus(document, 'approved'),
  }),
  read: function* (request) {
    return (yield* exchange(request, PurchaseOrders)).PurchaseOrders.map(held)
  },
}

function held(order: PurchaseOrder): HeldDocument {
  const { PurchaseOrderID, Status } = order
  const number = order.PurchaseOrderNumber ?? PurchaseOrderID
  const isBilled = Status === 'BILLED'
  return {
    id: PurchaseOrderID,
    number,
    revision: order.UpdatedDateUTC,
    isGone: Status === 'DELETED',
    hasDueDate: (order.DeliveryDateString ?? order.DeliveryDate) !== undefined,
    inOurWords: (place) => fromPurchaseOrder(order, place),
    standing: standings[Status] ?? Status,
    changedTo: (document, taxTypeOf) =>
      mergePurchaseOrder(order, { body: toPurchaseOrder(document, taxTypeOf), document }),
    marked: (as) =>
      moved(
        order,
        as === 'billed' ? { from: 'AUTHORISED', to: 'BILLED' } : { from: 'BILLED', to: 'AUTHORISED' },
      ),
    removal: () => (isBilled ? billed(number) : { PurchaseOrderID, Status: 'DELETED' }),
  }
}

const standings: Readonly<Record<string, string>> = {
  DRAFT: 'draft',
  SUBMITTED: 'awaiting-approval',
  AUTHORISED: 'approved',
  BILLED: 'billed',
}

/** Only an approved order is marked as billed, and a billed one goes back to approved (Xero's help on purchase orders). */
function moved(
  order: PurchaseOrder,
  { from, to }: { from: string; to: string },
): object | NotReadyThere | undefined {
  const { PurchaseOrderID, Status } = order
  if (Status === from) return { PurchaseOrderID, Status: to }
  if (Status === to || to === 'AUTHORISED') return undefined
  const number = order.PurchaseOrderNumber ?? PurchaseOrderID
  return new NotReadyThere(
    `Purchase order ${number} is fully billed, and in Xero it is not approved yet (${stateOfOrder(order)}), so it is not set to billed. Approve it there, then try again.`,
    { entry: 'not-approved-there', params: { number } },
  )
}

function billed(number: string): DocumentInUse {
  return new DocumentInUse(
    `Purchase order ${number} is billed in Xero, so it stays as it is. Remove the bill there first, or leave the order.`,
    { entry: 'moved-on', params: { number } },
  )
}
