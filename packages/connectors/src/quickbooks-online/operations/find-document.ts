import {
  type DocumentKind,
  InactiveReference,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  sameMoney,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted, readRequest } from '../requests.ts'
import { fromPurchaseOrder } from '../translate.ts'
import { OnePurchaseOrder, type PurchaseOrder, queryAnswers } from '../wire.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/**
 * By number and vendor. Those whose date and total agree too go before all others; when none agrees, the others
 * are given, since a person may have edited the order there, and one more order would be worse.
 */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind } = search
  refuseOtherKinds(kind)
  const byNumber = `select * from PurchaseOrder where DocNumber = ${quoted(search.number)}`
  const answer = yield* exchange(queryRequest('find', byNumber), queryAnswers.PurchaseOrder)
  const found = (answer.QueryResponse.PurchaseOrder ?? [])
    .map((order) => inOurWords(order, { ...context, kind }))
    .filter((order) => order.number === search.number && order.party?.id === search.party.id)
  const exact = found.filter((order) => order.date === search.date && sameMoney(order.net, search.net))
  return exact.length > 0 ? exact : found
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  refuseOtherKinds(kind)
  const order = yield* readPurchaseOrder(reference.id, 'get')
  return order === null ? null : inOurWords(order, { ...context, kind })
}

/** null = it is not there any more. */
export function* readPurchaseOrder(id: string, step: string): Operation<PurchaseOrder | null> {
  try {
    const request = readRequest(step, `purchaseorder/${encodeURIComponent(id)}`)
    return (yield* exchange(request, OnePurchaseOrder)).PurchaseOrder
  } catch (error) {
    // Reading a deleted order answers 610 “Object Not Found”, the code of inactive references too.
    if (error instanceof InactiveReference) return null
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
