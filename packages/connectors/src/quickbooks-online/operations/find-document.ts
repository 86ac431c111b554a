import {
  agreeingFirst,
  type DocumentKind,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
} from '@fieldledger/accounting'
import type { DocumentRecord, Transaction } from '../document-record.ts'
import { queryRequest, quoted, readRequest } from '../requests.ts'
import { orNone } from './or-none.ts'
import { recordOf } from './record-of.ts'

/** By number and vendor. */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind } = search
  const record = recordOf(kind)
  const byNumber = `select * from ${record.entity} where DocNumber = ${quoted(search.number)}`
  // A vendor's number may be that of many bills, and what is looked for was sent lately; unasked, a hundred are given.
  const newest = `${byNumber} orderby MetaData.CreateTime desc maxresults 1000`
  const found = (yield* record.listed(queryRequest('find', newest)))
    .map((transaction) => inOurWords(transaction, { ...context, kind }))
    .filter((document) => document.number === search.number && document.party?.id === search.party.id)
  return agreeingFirst(search, found)
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  const held = yield* readDocument(recordOf(kind), { id: reference.id, step: 'get' })
  return held === null ? null : inOurWords(held, { ...context, kind })
}

/** null = it is not there any more. */
export function* readDocument(
  record: DocumentRecord,
  { id, step }: { id: string; step: string },
): Operation<Transaction | null> {
  return yield* orNone(record.one(readRequest(step, `${record.path}/${encodeURIComponent(id)}`)))
}

export function inOurWords(
  transaction: Transaction,
  place: OperationContext & { kind: DocumentKind },
): RemoteDocument {
  const { kind, currency, booksUrl, companyId } = place
  const record = recordOf(kind)
  const inUse = record.inUse(transaction)
  return {
    ...record.inOurWords(transaction, { kind, homeCurrency: currency, booksUrl, companyId }),
    standing: record.standing(transaction),
    ...(inUse !== undefined && record.canBeClosed ? { closing: { refused: inUse.message } } : {}),
    removal: inUse === undefined ? { becomes: 'deleted' } : { refused: inUse.message },
  }
}
