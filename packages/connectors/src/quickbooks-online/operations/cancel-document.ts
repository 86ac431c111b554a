import { DocumentInUse, NotAllowed, type Operation, type OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { writeRequest } from '../requests.ts'
import { DeletedPurchaseOrder, OnePurchaseOrder, type PurchaseOrder } from '../wire.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { oncePerRevision } from './once-per-revision.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/** G-13: close by default, delete by choice, neither when a bill is linked. What is done already is left alone. */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  refuseOtherKinds(kind)
  const cancel = function* (step: string, requestKey: string | undefined) {
    const before = yield* readPurchaseOrder(reference.id, `read-${step}`)
    if (before === null) return gone
    const isClosed = before.POStatus === 'Closed'
    if (how === 'close' && isClosed) return inOurWords(before, { ...context, kind })
    refuseLinked(before)
    if (how === 'void') throw noVoid()
    if (how === 'close') return inOurWords(yield* close(before, { step, requestKey }), { ...context, kind })
    yield* remove(before, { step, requestKey })
    return { ...inOurWords(before, { ...context, kind }), status: 'removed' as const }
  }
  const gone = {
    reference,
    kind,
    status: 'removed' as const,
    net: { minor: 0, currency: context.currency },
    lines: [],
  }
  return yield* oncePerRevision(cancel, context)
}

interface Write {
  step: string
  requestKey: string | undefined
}

/** Closing is an update of the whole record: a full update clears what it leaves out. */
function* close(before: PurchaseOrder, { step, requestKey }: Write): Operation<PurchaseOrder> {
  const body = { ...before, POStatus: 'Closed', sparse: false }
  const write = writeRequest(step, { path: 'purchaseorder', body, requestKey })
  return (yield* exchange(write, OnePurchaseOrder)).PurchaseOrder
}

function* remove({ Id, SyncToken }: PurchaseOrder, { step, requestKey }: Write): Operation<void> {
  const body = { Id, SyncToken }
  const write = writeRequest(step, { path: 'purchaseorder', body, requestKey, operation: 'delete' })
  yield* exchange(write, DeletedPurchaseOrder)
}

function refuseLinked(order: PurchaseOrder): void {
  const [linked] = order.LinkedTxn ?? []
  if (linked === undefined) return
  const number = order.DocNumber ?? order.Id
  throw new DocumentInUse(
    `Purchase order ${number} is linked to a bill in QuickBooks, so it stays as it is. Remove the bill there first, or leave the order.`,
    { params: { number, linkedId: linked.TxnId } },
  )
}

function noVoid(): NotAllowed {
  return new NotAllowed('QuickBooks cannot void a purchase order. Close it or delete it instead.')
}
