import {
  DocumentInUse,
  NotAllowed,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
} from '@fieldledger/accounting'
import { present } from '../../present.ts'
import { deleteRequest, updateRequest } from '../requests.ts'
import { orderStatus } from '../translate.ts'
import type { PurchaseOrder } from '../wire.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/** G-13: the open lines are closed; deleted only when nothing was received or billed. What is done already is left alone. */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  refuseOtherKinds(kind)
  if (how === 'void') throw noVoid()
  const before = yield* readPurchaseOrder(reference.id, 'read-post')
  if (before === null) return gone({ reference, kind }, context)
  const path = `purchaseOrder/${encodeURIComponent(before.id)}`
  if (how === 'delete') {
    refuseMovedOn(before)
    yield deleteRequest('post', path)
    return { ...(yield* inOurWords(before, { ...context, kind })), status: 'removed' as const }
  }
  const there = yield* inOurWords(before, { ...context, kind })
  if (there.status === 'closed') return there
  yield updateRequest('post', { path, body: closingLines(before) })
  const after = yield* readPurchaseOrder(before.id, 'read-back')
  return after === null ? gone({ reference, kind }, context) : yield* inOurWords(after, { ...context, kind })
}

/** A line is named by its key; closing the lines closes the order. */
function closingLines(order: PurchaseOrder) {
  const open = (lines: readonly { line?: number | undefined; isClosed?: boolean | undefined }[] = []) => {
    const items = lines.flatMap(({ line, isClosed }) =>
      isClosed === true || line === undefined ? [] : [{ line, isClosed: true }],
    )
    return items.length === 0 ? undefined : { items }
  }
  return present({ item: open(order.item?.items), expense: open(order.expense?.items) })
}

function gone(
  { reference, kind }: Pick<RemoteDocument, 'reference' | 'kind'>,
  { currency }: OperationContext,
): RemoteDocument {
  return { reference, kind, status: 'removed', net: { minor: 0, currency }, lines: [] }
}

/** A closed order that was never received can still be deleted. */
function refuseMovedOn(order: PurchaseOrder): void {
  const moved = (order.item?.items ?? []).some(
    ({ quantityReceived = 0, quantityBilled = 0 }) => quantityReceived > 0 || quantityBilled > 0,
  )
  if (!moved && !'DEFG'.includes(orderStatus(order) || '-')) return
  const number = order.tranId ?? order.id
  throw new DocumentInUse(
    `Purchase order ${number} is received or billed in NetSuite, so it is not deleted. Close what is open of it instead, or leave the order.`,
    { params: { number } },
  )
}

function noVoid(): NotAllowed {
  return new NotAllowed('NetSuite cannot void a purchase order. Close it or delete it instead.')
}
