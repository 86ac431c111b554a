import {
  type DocumentKind,
  DocumentRemoved,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  sameMoney,
} from '@fieldledger/accounting'
import { exchange, rowsOf } from '../read-answer.ts'
import { quoted, readRequest } from '../requests.ts'
import { fromPurchaseOrder } from '../translate.ts'
import { OrderRow, PurchaseOrder } from '../wire.ts'
import { type Currencies, readCurrencies } from './currencies.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/** Numbers may be used twice there: of so many of one number and vendor the oldest are looked at. */
const mostRead = 5

/**
 * By number and vendor. Those whose date and total agree too go before all others; when none agrees, the others
 * are given, since a person may have edited the order there, and one more order would be worse.
 */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind, number, party, date, net } = search
  refuseOtherKinds(kind)
  const q = `SELECT id, externalid FROM transaction WHERE type = 'PurchOrd' AND tranid = ${quoted(number)} AND entity = ${quoted(party.id)} ORDER BY id`
  const { rows } = yield* rowsOf('find', { q, row: OrderRow })
  const found: RemoteDocument[] = []
  for (const [index, row] of rows.slice(0, mostRead).entries()) {
    const order = yield* readPurchaseOrder(String(row.id), `read-${index + 1}`)
    if (order !== null) found.push(yield* inOurWords(order, { ...context, kind }))
  }
  const exact = found.filter((order) => order.date === date && sameMoney(order.net, net))
  return exact.length > 0 ? exact : found
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  refuseOtherKinds(kind)
  const order = yield* readPurchaseOrder(reference.id, 'get')
  return order === null ? null : yield* inOurWords(order, { ...context, kind })
}

/** null = it is not there any more. */
export function* readPurchaseOrder(id: string, step: string): Operation<PurchaseOrder | null> {
  try {
    return yield* exchange(readRequest(step, `purchaseOrder/${encodeURIComponent(id)}`), PurchaseOrder)
  } catch (error) {
    if (error instanceof DocumentRemoved) return null
    throw error
  }
}

/** The list of currencies is read once for each order, unless it is there already. */
export function* inOurWords(
  order: PurchaseOrder,
  place: OperationContext & { kind: DocumentKind; currencies?: Currencies },
): Operation<RemoteDocument> {
  const { kind, booksUrl, companyId } = place
  const currencies = place.currencies ?? (yield* readCurrencies())
  const currency = currencies.codeOf(order.currency?.id) ?? place.currency
  return fromPurchaseOrder(order, { kind, currency, booksUrl, companyId })
}
