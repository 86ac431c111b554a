import { DocumentInUse, NotAllowed, type OperationPlan } from '@fieldledger/accounting'
import { updateRequest } from '../requests.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'
import { written } from './save-document.ts'

/** G-13: deleted unless it is billed; a deleted order stays readable there. What is done already is left alone. */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  refuseOtherKinds(kind)
  if (how !== 'delete') throw deleteOnly()
  const before = yield* readPurchaseOrder(reference.id, { step: 'read-post', context })
  if (before === null)
    return {
      reference,
      kind,
      status: 'removed' as const,
      net: { minor: 0, currency: context.currency },
      lines: [],
    }
  if (before.Status === 'BILLED') throw billed(before.PurchaseOrderNumber ?? reference.id)
  const { PurchaseOrderID } = before
  const path = `PurchaseOrders/${encodeURIComponent(PurchaseOrderID)}`
  const body = { PurchaseOrders: [{ PurchaseOrderID, Status: 'DELETED' }] }
  return inOurWords(yield* written(updateRequest('post', { path, body, context })), { ...context, kind })
}

function billed(number: string): DocumentInUse {
  return new DocumentInUse(
    `Purchase order ${number} is billed in Xero, so it stays as it is. Remove the bill there first, or leave the order.`,
    { params: { number } },
  )
}

function deleteOnly(): NotAllowed {
  return new NotAllowed('Xero can neither close nor void a purchase order. Delete it instead.')
}
