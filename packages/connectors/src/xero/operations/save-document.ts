import {
  compareDocuments,
  DocumentInUse,
  DocumentRemoved,
  type LedgerDocument,
  NotAllowed,
  type Operation,
  type OperationPlan,
  type RemoteDocument,
  StaleRevision,
  type WireRequest,
} from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { mergePurchaseOrder } from '../merge-purchase-order.ts'
import { exchange } from '../read-answer.ts'
import { createRequest, updateRequest } from '../requests.ts'
import { toPurchaseOrder } from '../translate.ts'
import { type PurchaseOrder, PurchaseOrders } from '../wire.ts'
import { refuseBeyondLimits } from '../within-limits.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/** G-04: an order arrives approved, as AUTHORISED. */
export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  refuseOtherKinds(document.kind)
  refuseBeyondLimits(document)
  const order = { ...toPurchaseOrder(document), Status: 'AUTHORISED' }
  const body = { PurchaseOrders: [order] }
  const made = yield* written(createRequest('post', { path: 'PurchaseOrders', body, context }))
  return inOurWords(made, { ...context, kind: document.kind })
}

/**
 * The service has no lock: the last write wins. So what is there is compared with what was looked at, and what a
 * person saved there meanwhile is never written over unseen. A repeated write finds its own work and leaves it.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  refuseOtherKinds(document.kind)
  refuseBeyondLimits(document)
  const before = yield* readPurchaseOrder(reference.id, { step: 'read-post', context })
  if (before === null) throw removed(document)
  if (reference.revision !== undefined && before.UpdatedDateUTC !== reference.revision) {
    const there = inOurWords(before, { ...context, kind: document.kind })
    if (isThereAlready(there, document)) return there
    throw stale()
  }
  if (before.Status === 'BILLED') throw billed(document)
  const hasDate = (before.DeliveryDateString ?? before.DeliveryDate) !== undefined
  if (hasDate && document.dueDate === undefined) throw dateStays(document)
  const body = { PurchaseOrders: [mergePurchaseOrder(before, toPurchaseOrder(document))] }
  const path = `PurchaseOrders/${encodeURIComponent(before.PurchaseOrderID)}`
  return inOurWords(yield* written(updateRequest('post', { path, body, context })), {
    ...context,
    kind: document.kind,
  })
}

export function* written(request: WireRequest): Operation<PurchaseOrder> {
  const [order] = (yield* exchange(request, PurchaseOrders)).PurchaseOrders
  if (order === undefined) throw unreadable(`${request.step}: no purchase order`)
  return order
}

function isThereAlready(there: RemoteDocument, document: LedgerDocument): boolean {
  const wanted = toPurchaseOrder(document)
  const isSameText = wanted.LineItems.every(
    ({ Description }, position) => there.lines[position]?.description === Description,
  )
  const isEmptied = (document.memo || '') === (there.memo ?? '') && document.dueDate === there.dueDate
  return isSameText && isEmptied && compareDocuments(document, there).length === 0
}

function stale(): StaleRevision {
  return new StaleRevision(
    'Somebody changed this order in Xero since it was last looked at. Fieldledger compares both; choose which one holds when you are asked.',
  )
}

function billed({ number }: LedgerDocument): DocumentInUse {
  return new DocumentInUse(
    `Purchase order ${number} is billed in Xero, so it stays as it is. Change the bill there, or leave the order.`,
    { params: { number } },
  )
}

/** No document tells how a date is emptied, and an empty text leaves it. */
function dateStays({ number }: LedgerDocument): NotAllowed {
  return new NotAllowed(
    `Purchase order ${number} has a delivery date in Xero, which can be changed but not taken away. Put a due date on the form and send again.`,
    { params: { number } },
  )
}

function removed({ number }: LedgerDocument): DocumentRemoved {
  return new DocumentRemoved(
    `Purchase order ${number} was deleted in Xero. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
