import {
  agreeingFirst,
  type DocumentKind,
  DocumentRemoved,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
} from '@fieldledger/accounting'
import type { DocumentRecord, HeldDocument } from '../document-record.ts'
import { rowsOf } from '../read-answer.ts'
import { quoted, readRequest } from '../requests.ts'
import { TransactionRow } from '../wire.ts'
import { type Currencies, readCurrencies } from './currencies.ts'
import { recordOf } from './record-of.ts'

/** Numbers may be used twice there: of so many of one number and vendor the newest are looked at, as ours was sent lately. */
const mostRead = 10

/** By number and vendor. */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind, number, party } = search
  const record = recordOf(kind)
  const q = `SELECT id, externalid FROM transaction WHERE type = '${record.type}' AND tranid = ${quoted(number)} AND entity = ${quoted(party.id)} ORDER BY id DESC`
  const { rows } = yield* rowsOf('find', { q, row: TransactionRow })
  if (rows.length === 0) return []
  const place = { ...context, kind, currencies: yield* readCurrencies() }
  const found: RemoteDocument[] = []
  for (const [index, row] of rows.slice(0, mostRead).entries()) {
    const held = yield* readDocument(record, { id: String(row.id), step: `read-${index + 1}` })
    if (held !== null) found.push(yield* inOurWords(held, place))
  }
  return agreeingFirst(search, found)
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  const held = yield* readDocument(recordOf(kind), { id: reference.id, step: 'get' })
  return held === null ? null : yield* inOurWords(held, { ...context, kind })
}

/** null = it is not there any more. */
export function* readDocument(
  record: DocumentRecord,
  { id, step }: { id: string; step: string },
): Operation<HeldDocument | null> {
  try {
    return yield* record.read(readRequest(step, `${record.path}/${encodeURIComponent(id)}`))
  } catch (error) {
    if (error instanceof DocumentRemoved) return null
    throw error
  }
}

/** The list of currencies is read once for each document, unless it is there already. */
export function* inOurWords(
  held: HeldDocument,
  place: OperationContext & { kind: DocumentKind; currencies?: Currencies },
): Operation<RemoteDocument> {
  const { kind, booksUrl, companyId } = place
  const currencies = place.currencies ?? (yield* readCurrencies())
  const currency = currencies.codeOf(held.currency) ?? place.currency
  const inUse = held.inUse()
  return {
    ...held.inOurWords({ kind, currency, booksUrl, companyId }),
    standing: held.standing,
    removal: inUse === undefined ? { becomes: 'deleted' } : { refused: inUse.message },
  }
}
