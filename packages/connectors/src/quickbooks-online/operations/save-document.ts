import { DocumentRemoved, type LedgerDocument, type OperationPlan } from '@fieldledger/accounting'
import { present } from '../../present.ts'
import { mergePurchaseOrder } from '../merge-purchase-order.ts'
import { exchange } from '../read-answer.ts'
import { writeRequest } from '../requests.ts'
import { toPurchaseOrder } from '../translate.ts'
import { OnePurchaseOrder } from '../wire.ts'
import { classPlaces } from './class-places.ts'
import { explainingReferences } from './explain-references.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { payableAccount } from './payable-account.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  refuseOtherKinds(document.kind)
  const payable = yield* payableAccount(document.currency)
  const classes = yield* classPlaces(document)
  const body = toPurchaseOrder(document, { homeCurrency: context.currency, classes, payable })
  const write = writeRequest('post', { path: 'purchaseorder', body, requestKey: context.requestKey })
  const answer = yield* explainingReferences(document, exchange(write, OnePurchaseOrder))
  return inOurWords(answer.PurchaseOrder, { ...context, kind: document.kind })
}

/**
 * The write carries the SyncToken of the version that was looked at, not of the one that is there now: what a person
 * saved there meanwhile makes it stale (5010), and is never written over unseen.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  refuseOtherKinds(document.kind)
  const classes = yield* classPlaces(document)
  const before = yield* readPurchaseOrder(reference.id, 'read-post')
  if (before === null) throw removed(document)
  const body = toPurchaseOrder(document, { homeCurrency: context.currency, classes })
  const merged = {
    ...mergePurchaseOrder(before, body),
    ...present({ SyncToken: reference.revision }),
  }
  const write = writeRequest('post', {
    path: 'purchaseorder',
    body: merged,
    requestKey: context.requestKey,
  })
  const answer = yield* explainingReferences(document, exchange(write, OnePurchaseOrder))
  return inOurWords(answer.PurchaseOrder, { ...context, kind: document.kind })
}

function removed(document: LedgerDocument): DocumentRemoved {
  const { number } = document
  return new DocumentRemoved(
    `Purchase order ${number} was deleted in QuickBooks. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
