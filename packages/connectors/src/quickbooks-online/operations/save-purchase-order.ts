import {
  DocumentRemoved,
  type LedgerDocument,
  type Operation,
  type OperationContext,
  type OperationPlan,
  StaleRevision,
} from '@fieldledger/accounting'
import { mergePurchaseOrder } from '../merge-purchase-order.ts'
import { exchange } from '../read-answer.ts'
import { writeRequest } from '../requests.ts'
import { toPurchaseOrder } from '../translate.ts'
import { OnePurchaseOrder, type PurchaseOrder } from '../wire.ts'
import { classPlaces } from './class-places.ts'
import { explainingReferences } from './explain-references.ts'
import { inOurWords, readPurchaseOrder } from './find-purchase-order.ts'
import { payableAccount } from './payable-account.ts'
import { purchaseOrdersOnly } from './purchase-orders-only.ts'

export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  purchaseOrdersOnly(document.kind)
  const payable = yield* payableAccount(document.currency)
  const classes = yield* classPlaces(document)
  const body = toPurchaseOrder(document, { homeCurrency: context.currency, classes, payable })
  const write = writeRequest('post', { path: 'purchaseorder', body, requestKey: context.requestKey })
  const answer = yield* explainingReferences(document, exchange(write, OnePurchaseOrder))
  return inOurWords(answer.PurchaseOrder, context)
}

export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  purchaseOrdersOnly(document.kind)
  const classes = yield* classPlaces(document)
  const update = function* (step: string, requestKey: string | undefined): Operation<PurchaseOrder> {
    const before = yield* readPurchaseOrder(reference.id, `read-${step}`)
    if (before === null) throw removed(document)
    const body = toPurchaseOrder(document, { homeCurrency: context.currency, classes })
    const merged = mergePurchaseOrder(before, body)
    const write = writeRequest(step, { path: 'purchaseorder', body: merged, requestKey })
    return (yield* explainingReferences(document, exchange(write, OnePurchaseOrder))).PurchaseOrder
  }
  return inOurWords(yield* oncePerRevision(update, context), context)
}

/**
 * Lists can give an old SyncToken, and a person may save at the same moment (QuickBooks-V3-DotNET-SDK#366): on
 * “stale” the record is read again and written once more.
 */
export function* oncePerRevision<Result>(
  attempt: (step: string, requestKey: string | undefined) => Operation<Result>,
  { requestKey }: OperationContext,
): Operation<Result> {
  try {
    return yield* attempt('post', requestKey)
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error
    // The same key could bring the first refusal back. Without one the SyncToken still guards the write.
    return yield* attempt('post-again', requestKey.length <= 48 ? `${requestKey}.2` : undefined)
  }
}

function removed(document: LedgerDocument): DocumentRemoved {
  const { number } = document
  return new DocumentRemoved(
    `Purchase order ${number} was deleted in QuickBooks. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
