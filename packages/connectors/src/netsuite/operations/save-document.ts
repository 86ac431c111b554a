import {
  compareDocuments,
  DocumentInUse,
  type DocumentKind,
  DocumentRejected,
  DocumentRemoved,
  DuplicateNumber,
  type LedgerDocument,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  StaleRevision,
} from '@fieldledger/accounting'
import { unreadable } from '../errors.ts'
import { externalId } from '../external-id.ts'
import { rowsOf, written } from '../read-answer.ts'
import { createRequest, quoted, updateRequest } from '../requests.ts'
import { orderStatus, type PurchaseOrderBody, toPurchaseOrder } from '../translate.ts'
import { OrderRow, type PurchaseOrder } from '../wire.ts'
import { refuseBeyondLimits } from '../within-limits.ts'
import { type Currencies, readCurrencies } from './currencies.ts'
import { explainingReferences } from './explain-references.ts'
import { inOurWords, readPurchaseOrder } from './find-document.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'

/** Sublists and fields that are emptied there when the form has none: without them a PATCH adds lines and keeps the rest. */
const ours = 'item,expense,memo,dueDate'

/**
 * The order is known by the key of its effect. One with this key that is there already is our own earlier try, and
 * is left as it is: to write it once more would undo what a person did to it meanwhile.
 */
export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  refuseOtherKinds(document.kind)
  refuseBeyondLimits(document)
  const currencies = yield* readCurrencies()
  const currency = currencies.idOf(document.currency)
  const before = yield* ofOurs(document, context)
  if (before !== undefined) return yield* readBack(before, { ...context, kind: document.kind, currencies })
  const body = toPurchaseOrder(document, { currency })
  const id = yield* explainingReferences(document, postedApproved(body, context))
  return yield* readBack(id, { ...context, kind: document.kind, currencies })
}

/** G-04: an order arrives approved where the role may say so; else the account's own approval is left to it. */
function* postedApproved(body: PurchaseOrderBody, context: OperationContext): Operation<string> {
  const write = { record: 'purchaseOrder', context, replace: 'item,expense' }
  try {
    const approved = { ...body, approvalStatus: { id: '2' } }
    return yield* written(createRequest('post', { ...write, body: approved }))
  } catch (error) {
    if (!isAboutApproval(error)) throw error
    // Nothing was made by a refusal, and the external id is the same.
    return yield* written(createRequest('post-again', { ...write, body }))
  }
}

function isAboutApproval(error: unknown): boolean {
  return error instanceof DocumentRejected && /approval/i.test(error.detail.providerMessage ?? '')
}

/** The service lets a number be used twice; Fieldledger does not. */
function* ofOurs(document: LedgerDocument, { requestKey }: OperationContext): Operation<string | undefined> {
  const { number } = document
  const key = externalId(requestKey)
  const isOurs = key === '' ? '' : ` OR externalid = ${quoted(key)}`
  const q = `SELECT id, externalid FROM transaction WHERE type = 'PurchOrd' AND (tranid = ${quoted(number)}${isOurs}) ORDER BY id`
  const { rows } = yield* rowsOf('look', { q, row: OrderRow })
  const own = rows.find(({ externalid }) => key !== '' && externalid === key)
  if (own !== undefined) return String(own.id)
  if (rows.length > 0) throw numberTaken(number)
  return undefined
}

/**
 * The service has no lock: the last write wins. So what is there is compared with what was looked at, and what a
 * person saved there meanwhile is never written over unseen. A repeated write finds its own work and leaves it.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  refuseOtherKinds(document.kind)
  refuseBeyondLimits(document)
  const before = yield* readPurchaseOrder(reference.id, 'read-post')
  if (before === null) throw removed(document)
  const currencies = yield* readCurrencies()
  const place = { ...context, kind: document.kind, currencies }
  if (reference.revision !== undefined && before.lastModifiedDate !== reference.revision) {
    const there = yield* inOurWords(before, place)
    if (isThereAlready(there, document)) return there
    throw stale()
  }
  refuseMovedOn(before, document)
  const body = toPurchaseOrder(document, { currency: currencies.idOf(document.currency) })
  const path = `purchaseOrder/${encodeURIComponent(before.id)}`
  const query = { replace: ours, replaceSelectedFields: 'true' }
  const write = updateRequest('post', { path, body, query })
  const id = yield* explainingReferences(document, written(write))
  return yield* readBack(id, place)
}

/** A write is answered without the record, so it is read. */
function* readBack(
  id: string,
  place: OperationContext & { kind: DocumentKind; currencies: Currencies },
): Operation<RemoteDocument> {
  const order = yield* readPurchaseOrder(id, 'read-back')
  if (order === null) throw unreadable('read-back: not there')
  return yield* inOurWords(order, place)
}

function isThereAlready(there: RemoteDocument, document: LedgerDocument): boolean {
  const isEmptied = (document.memo || '') === (there.memo ?? '') && document.dueDate === there.dueDate
  return isEmptied && compareDocuments(document, there).length === 0
}

/** Reference §3.3 `orderStatus`: D and E partly received, F waits for the bill, G billed, H closed. */
function refuseMovedOn(before: PurchaseOrder, { number }: LedgerDocument): void {
  if (!'DEFGH'.includes(orderStatus(before) || '-')) return
  throw new DocumentInUse(
    `Purchase order ${number} is received, billed or closed in NetSuite, so it stays as it is. Change it in NetSuite, or leave it.`,
    { params: { number } },
  )
}

function numberTaken(number: string): DuplicateNumber {
  return new DuplicateNumber(
    `The number ${number} is already used by another purchase order in NetSuite. Change the number, or link the order that is there.`,
    { field: 'tranId', params: { number } },
  )
}

function stale(): StaleRevision {
  return new StaleRevision(
    'Somebody changed this order in NetSuite since it was last looked at. Fieldledger compares both; choose which one holds when you are asked.',
  )
}

function removed({ number }: LedgerDocument): DocumentRemoved {
  return new DocumentRemoved(
    `Purchase order ${number} was deleted in NetSuite. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
