import {
  type DocumentKind,
  DocumentRemoved,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  sameMoney,
  type WireRequest,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { pricedRequest } from '../requests.ts'
import { fromPurchaseOrder } from '../translate.ts'
import { type PurchaseOrder, PurchaseOrders } from '../wire.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/**
 * By number and vendor. Those whose date and total agree too go before all others; when none agrees, the others
 * are given, since a person may have edited the order there, and one more order would be worse.
 */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind } = search
  refuseOtherKinds(kind)
  const path = `PurchaseOrders/${encodeURIComponent(search.number)}`
  const found = (yield* thereOrNone(pricedRequest('find', { path, context })))
    .map((order) => inOurWords(order, { ...context, kind }))
    .filter((order) => order.status !== 'removed')
    .filter((order) => order.number === search.number && order.party?.id === search.party.id)
  const exact = found.filter((order) => order.date === search.date && sameMoney(order.net, search.net))
  return exact.length > 0 ? exact : found
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  refuseOtherKinds(kind)
  const order = yield* readPurchaseOrder(reference.id, { step: 'get', context })
  return order === null ? null : inOurWords(order, { ...context, kind })
}

/** null = it is not there any more: a deleted order is still given, with that status. */
export function* readPurchaseOrder(
  id: string,
  { step, context }: { step: string; context: OperationContext },
): Operation<PurchaseOrder | null> {
  const path = `PurchaseOrders/${encodeURIComponent(id)}`
  const [order] = yield* thereOrNone(pricedRequest(step, { path, context }))
  return order === undefined || order.Status === 'DELETED' ? null : order
}

/** An unknown number or id answers 404. */
function* thereOrNone(request: WireRequest): Operation<PurchaseOrder[]> {
  try {
    return (yield* exchange(request, PurchaseOrders)).PurchaseOrders
  } catch (error) {
    if (error instanceof DocumentRemoved) return []
    throw error
  }
}

export function inOurWords(
  order: PurchaseOrder,
  place: OperationContext & { kind: DocumentKind },
): RemoteDocument {
  const { kind, currency, booksUrl, companyId } = place
  return fromPurchaseOrder(order, { kind, homeCurrency: currency, booksUrl, companyId })
}
