import { NotAllowed, type Operation, type OperationPlan } from '@fieldledger/accounting'
import type { DocumentRecord, Transaction } from '../document-record.ts'
import { writeRequest } from '../requests.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { oncePerRevision } from './once-per-revision.ts'
import { recordOf } from './record-of.ts'

/**
 * G-13: an order is closed by default and deleted by choice, neither when a bill is linked; a bill is deleted unless it
 * is paid. What is done already is left alone.
 */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  const record = recordOf(kind)
  const cancel = function* (step: string, requestKey: string | undefined) {
    const before = yield* readDocument(record, { id: reference.id, step: `read-${step}` })
    if (before === null) return gone
    const there = inOurWords(before, { ...context, kind })
    const isClosed = before.POStatus === 'Closed'
    if (how === 'close' && isClosed) return there
    const inUse = record.inUse(before)
    if (inUse !== undefined) throw inUse
    if (how === 'void' || (how === 'close' && !record.canBeClosed)) throw noSuchWay(record)
    const write = { record, before, step, requestKey }
    if (how === 'close') return inOurWords(yield* close(write), { ...context, kind })
    yield* remove(write)
    const { stateThere: _before, ...rest } = there
    return { ...rest, status: 'removed' as const }
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
  record: DocumentRecord
  before: Transaction
  step: string
  requestKey: string | undefined
}

/** Closing is an update of the whole record: a full update clears what it leaves out. */
function close({ record, before, step, requestKey }: Write): Operation<Transaction> {
  const body = { ...before, POStatus: 'Closed', sparse: false }
  return record.one(writeRequest(step, { path: record.path, body, requestKey }))
}

function remove({ record, before: { Id, SyncToken }, step, requestKey }: Write): Operation<void> {
  const body = { Id, SyncToken }
  return record.removed(writeRequest(step, { path: record.path, body, requestKey, operation: 'delete' }))
}

function noSuchWay({ name, canBeClosed }: DocumentRecord): NotAllowed {
  const ways = canBeClosed ? 'Close it or delete it' : 'Delete it'
  return new NotAllowed(`QuickBooks cannot end a ${name.toLowerCase()} in this way. ${ways} instead.`)
}
