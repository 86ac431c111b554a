import {
  NotAllowed,
  type OperationContext,
  type OperationPlan,
  type RemoteDocument,
} from '@fieldledger/accounting'
import type { DocumentRecord } from '../document-record.ts'
import { deleteRequest, updateRequest } from '../requests.ts'
import { readCurrencies } from './currencies.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { recordOf } from './record-of.ts'

/**
 * G-13: of an order the open lines are closed, and it is deleted only when nothing was received or billed; a bill is
 * deleted unless it is paid. What is done already is left alone.
 */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  const record = recordOf(kind)
  if (how === 'void') throw noSuchWay(record)
  const before = yield* readDocument(record, { id: reference.id, step: 'read-post' })
  if (before === null) return gone({ reference, kind }, context)
  const path = `${record.path}/${encodeURIComponent(before.id)}`
  if (how === 'delete') {
    const inUse = before.inUse()
    if (inUse !== undefined) throw inUse
    yield deleteRequest('post', path)
    const { stateThere: _before, ...there } = yield* inOurWords(before, { ...context, kind })
    return { ...there, status: 'removed' as const }
  }
  const closing = before.closing()
  if (closing === undefined) throw noSuchWay(record)
  const place = { ...context, kind, currencies: yield* readCurrencies() }
  const there = yield* inOurWords(before, place)
  if (there.status === 'closed') return there
  yield updateRequest('post', { path, body: closing })
  const after = yield* readDocument(record, { id: before.id, step: 'read-back' })
  return after === null ? gone({ reference, kind }, context) : yield* inOurWords(after, place)
}

function gone(
  { reference, kind }: Pick<RemoteDocument, 'reference' | 'kind'>,
  { currency }: OperationContext,
): RemoteDocument {
  return { reference, kind, status: 'removed', net: { minor: 0, currency }, lines: [] }
}

function noSuchWay({ name, path }: DocumentRecord): NotAllowed {
  const ways = path === 'purchaseOrder' ? 'Close it or delete it' : 'Delete it'
  return new NotAllowed(`NetSuite cannot end a ${name.toLowerCase()} in this way. ${ways} instead.`)
}
