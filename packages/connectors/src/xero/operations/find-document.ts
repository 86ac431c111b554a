import {
  agreeingFirst,
  DocumentInUse,
  type DocumentKind,
  DocumentRemoved,
  type Operation,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
  type WireRequest,
} from '@fieldledger/accounting'
import type { DocumentRecord, HeldDocument } from '../held-document.ts'
import { pricedRequest } from '../requests.ts'
import { recordOf } from './record-of.ts'

/** By number and vendor. */
export const findDocuments: OperationPlan<'document.find'> = function* (search, context) {
  const { kind, number, party } = search
  const record = recordOf(kind)
  const found = (yield* thereOrNone(
    record,
    pricedRequest('find', { ...record.search({ number, party }), context }),
  ))
    .filter(({ isGone }) => !isGone)
    .map((held) => inOurWords(held, { ...context, kind }))
    .filter((document) => document.number === number && document.party?.id === party.id)
  return agreeingFirst(search, found)
}

export const getDocument: OperationPlan<'document.get'> = function* ({ kind, reference }, context) {
  const held = yield* readDocument(reference.id, { step: 'get', kind, context })
  return held === null ? null : inOurWords(held, { ...context, kind })
}

/** null = it is not there any more: a deleted document is still given, with that status. */
export function* readDocument(
  id: string,
  { step, kind, context }: { step: string; kind: DocumentKind; context: OperationContext },
): Operation<HeldDocument | null> {
  const record = recordOf(kind)
  const path = `${record.plural}/${encodeURIComponent(id)}`
  const [held] = yield* thereOrNone(record, pricedRequest(step, { path, context }))
  return held === undefined || held.isGone ? null : held
}

/** An unknown number or id answers 404. */
function* thereOrNone(record: DocumentRecord, request: WireRequest): Operation<HeldDocument[]> {
  try {
    return yield* record.read(request)
  } catch (error) {
    if (error instanceof DocumentRemoved) return []
    throw error
  }
}

export function inOurWords(
  held: HeldDocument,
  place: OperationContext & { kind: DocumentKind },
): RemoteDocument {
  const { kind, currency, booksUrl, companyId } = place
  const removal = held.removal()
  return {
    ...held.inOurWords({ kind, homeCurrency: currency, booksUrl, companyId }),
    standing: held.standing,
    removal:
      removal instanceof DocumentInUse
        ? { refused: removal.message }
        : { becomes: 'Status' in removal && removal.Status === 'VOIDED' ? 'voided' : 'deleted' },
  }
}
