import {
  compareDocuments,
  type DocumentKind,
  DocumentRejected,
  DocumentRemoved,
  DuplicateNumber,
  documentCapability,
  type LedgerDocument,
  memoThere,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  StaleRevision,
  trackingMarks,
} from '@fieldledger/accounting'
import { refuseFixed } from '../../refuse-fixed.ts'
import { capabilities } from '../capabilities.ts'
import type { DocumentRecord } from '../document-record.ts'
import { unreadable } from '../errors.ts'
import { externalId } from '../external-id.ts'
import { markFields } from '../mark-reference.ts'
import { rowsOf, written } from '../read-answer.ts'
import { createRequest, quoted, updateRequest, type Write } from '../requests.ts'
import { TransactionRow } from '../wire.ts'
import { refuseBeyondLimits } from '../within-limits.ts'
import { type Currencies, readCurrencies } from './currencies.ts'
import { explainingReferences } from './explain-references.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { recordOf } from './record-of.ts'
import { sameLines } from './same-lines.ts'
import { checkVendorCurrency } from './vendor-currencies.ts'

/** Sublists and fields that are emptied there when the form has none: without them a PATCH adds lines and keeps the rest. */
const ours = ['item', 'expense', 'memo', 'dueDate']

/** Of the rest only what our version before said is emptied: what a bookkeeper entered there is not ours to take. */
function emptied({ dropped = {} }: LedgerDocument): string {
  const { shipTo, terms, employee, ...marks } = dropped
  const address = shipTo === undefined ? [] : ['shippingAddress']
  const counted = terms === undefined ? [] : ['terms']
  const named = employee === undefined ? [] : ['employee']
  return [...ours, ...Object.keys(markFields(trackingMarks(marks))), ...address, ...counted, ...named].join(
    ',',
  )
}

/**
 * The document is known by the key of its effect. One with this key that is there already is our own earlier try, and
 * is left as it is: to write it once more would undo what a person did to it meanwhile.
 */
export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  const { kind } = document
  const record = recordOf(kind)
  refuseBeyondLimits(document)
  const currencies = yield* readCurrencies()
  const currency = currencies.idOf(document.currency)
  const before = yield* ofOurs(record, { document, context })
  if (before === undefined) yield* checkVendorCurrency(document, { context, currencies })
  const id = before ?? (yield* explainingReferences(document, made(record, { document, currency, context })))
  return yield* readBack(record, { id, place: { ...context, kind, currencies } })
}

function* made(
  record: DocumentRecord,
  of: { document: LedgerDocument; currency: string; context: OperationContext },
): Operation<string> {
  const { document, currency, context } = of
  const write = {
    ...(yield* record.toSend(document, { currency, subsidiary: context.subsidiary })),
    record: record.path,
    context,
    replace: 'item,expense',
  }
  return yield* record.isApproved ? postedApproved(write) : written(createRequest('post', write))
}

/** G-04: it arrives approved where the role may say so; else the account's own approval is left to it. */
function* postedApproved(write: Write): Operation<string> {
  try {
    const approved = { ...write.body, approvalStatus: { id: '2' } }
    return yield* written(createRequest('post', { ...write, body: approved }))
  } catch (error) {
    if (!isAboutApproval(error)) throw error
    // Nothing was made by a refusal, and the external id is the same.
    return yield* written(createRequest('post-again', write))
  }
}

function isAboutApproval(error: unknown): boolean {
  return error instanceof DocumentRejected && /approval/i.test(error.detail.providerMessage ?? '')
}

/** The service lets a number be used twice; Fieldledger does not. */
function* ofOurs(
  record: DocumentRecord,
  { document, context }: { document: LedgerDocument; context: OperationContext },
): Operation<string | undefined> {
  const { number, party } = document
  const key = externalId(context.requestKey)
  const isOurs = key === '' ? '' : ` OR externalid = ${quoted(key)}`
  const isTaken = `tranid = ${quoted(number)}${record.isNumberOfVendor ? ` AND entity = ${quoted(party.id)}` : ''}`
  const q = `SELECT id, externalid FROM transaction WHERE type = '${record.type}' AND (${isTaken}${isOurs}) ORDER BY id`
  const { rows } = yield* rowsOf('look', { q, row: TransactionRow })
  const own = rows.find(({ externalid }) => key !== '' && externalid === key)
  if (own !== undefined) return String(own.id)
  if (rows.length > 0) throw numberTaken(record, number)
  return undefined
}

/**
 * The service has no lock: the last write wins. So what is there is compared with what was looked at, and what a
 * person saved there meanwhile is never written over unseen. A repeated write finds its own work and leaves it.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  const { kind } = document
  const record = recordOf(kind)
  refuseBeyondLimits(document)
  const before = yield* readDocument(record, { id: reference.id, step: 'read-post' })
  if (before === null) throw removed(record, document)
  const currencies = yield* readCurrencies()
  const place = { ...context, kind, currencies }
  const there = yield* inOurWords(before, place)
  if (reference.revision !== undefined && before.revision !== reference.revision) {
    if (isThereAlready(there, document)) return there
    throw stale(record)
  }
  refuseFixed({ ledger: 'NetSuite', capabilities, there, wanted: document })
  const { body } = yield* record.toSend(document, {
    currency: currencies.idOf(document.currency),
    subsidiary: context.subsidiary,
  })
  const path = `${record.path}/${encodeURIComponent(before.id)}`
  const query = { replace: emptied(document), replaceSelectedFields: 'true' }
  const write = updateRequest('post', { path, body, query })
  const id = yield* explainingReferences(document, written(write))
  return yield* readBack(record, { id, place })
}

/** A write is answered without the record, so it is read. */
function* readBack(
  record: DocumentRecord,
  { id, place }: { id: string; place: OperationContext & { kind: DocumentKind; currencies: Currencies } },
): Operation<RemoteDocument> {
  const held = yield* readDocument(record, { id, step: 'read-back' })
  if (held === null) throw unreadable('read-back: not there')
  return yield* inOurWords(held, place)
}

function isThereAlready(there: RemoteDocument, document: LedgerDocument): boolean {
  const keeps = documentCapability(capabilities, document.kind)?.keepsDueDate === true
  const isDate = document.dueDate === there.dueDate || (keeps && document.dueDate === undefined)
  return (
    isDate &&
    (memoThere(document) ?? '') === (there.memo ?? '') &&
    compareDocuments(document, there).length === 0 &&
    sameLines(document, there)
  )
}

function numberTaken({ name, isNumberOfVendor }: DocumentRecord, number: string): DuplicateNumber {
  const whose = isNumberOfVendor ? ' of this vendor' : ''
  return new DuplicateNumber(
    `The number ${number} is already used by another ${name.toLowerCase()}${whose} in NetSuite. Change the number and send again.`,
    { field: 'tranId', params: { number } },
  )
}

function stale({ name }: DocumentRecord): StaleRevision {
  return new StaleRevision(
    `Somebody changed this ${name.toLowerCase()} in NetSuite since it was last looked at. Fieldledger compares both; choose which one holds when you are asked.`,
  )
}

function removed({ name }: DocumentRecord, { number }: LedgerDocument): DocumentRemoved {
  return new DocumentRemoved(
    `${name} ${number} was deleted in NetSuite. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
