import {
  compareDocuments,
  DocumentRemoved,
  type LedgerDocument,
  NotAllowed,
  type Operation,
  type OperationPlan,
  type RemoteDocument,
  StaleRevision,
  type WireRequest,
} from '@fieldledger/accounting'
import { refuseFixed } from '../../refuse-fixed.ts'
import { capabilities } from '../capabilities.ts'
import { unreadable } from '../errors.ts'
import type { DocumentRecord, HeldDocument } from '../held-document.ts'
import { createRequest, updateRequest } from '../requests.ts'
import { describe } from '../translate.ts'
import { refuseBeyondLimits } from '../within-limits.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { recordOf } from './record-of.ts'
import { readTaxTypes } from './tax-types.ts'

export const createDocument: OperationPlan<'document.create'> = function* (document, context) {
  const { kind } = document
  const record = recordOf(kind)
  refuseBeyondLimits(document)
  const taxTypeOf = yield* readTaxTypes(document, context)
  const { plural: path } = record
  const body = { [path]: [record.made(document, taxTypeOf)] }
  const made = yield* written(record, createRequest('post', { path, body, context }))
  return inOurWords(made, { ...context, kind })
}

/**
 * The service has no lock: the last write wins. So what is there is compared with what was looked at, and what a
 * person saved there meanwhile is never written over unseen. A repeated write finds its own work and leaves it.
 */
export const updateDocument: OperationPlan<'document.update'> = function* ({ document, reference }, context) {
  const { kind } = document
  const record = recordOf(kind)
  refuseBeyondLimits(document)
  const before = yield* readDocument(reference.id, { step: 'read-post', kind, context })
  if (before === null) throw removed(record, document)
  const path = `${record.plural}/${encodeURIComponent(before.id)}`
  const there = inOurWords(before, { ...context, kind })
  const isMoved = reference.revision !== undefined && before.revision !== reference.revision
  if (isMoved && isThereAlready(there, document)) return there
  refuseFixed({ ledger: 'Xero', capabilities, there, wanted: document })
  if (isMoved) throw stale(record)
  if (before.hasDueDate && document.dueDate === undefined) throw dateStays(record, document)
  const taxTypeOf = yield* readTaxTypes(document, context)
  const body = { [record.plural]: [before.changedTo(document, taxTypeOf)] }
  const after = yield* written(record, updateRequest('post', { path, body, context }))
  return inOurWords(after, { ...context, kind })
}

export function* written(record: DocumentRecord, request: WireRequest): Operation<HeldDocument> {
  const [held] = yield* record.read(request)
  if (held === undefined) throw unreadable(`${request.step}: no ${record.name.toLowerCase()}`)
  return held
}

function isThereAlready(there: RemoteDocument, document: LedgerDocument): boolean {
  const isSameText = document.lines.every(
    (line, position) => there.lines[position]?.description === describe(line),
  )
  const isEmptied = (document.memo || '') === (there.memo ?? '') && document.dueDate === there.dueDate
  return isSameText && isEmptied && compareDocuments(document, there).length === 0
}

function stale({ name }: DocumentRecord): StaleRevision {
  return new StaleRevision(
    `Somebody changed this ${name.toLowerCase()} in Xero since it was last looked at. Fieldledger compares both; choose which one holds when you are asked.`,
  )
}

/** No document tells how a date is emptied, and an empty text leaves it. */
function dateStays({ name }: DocumentRecord, { number, kind }: LedgerDocument): NotAllowed {
  const field = capabilities.documents[kind]?.lands?.dueDate ?? 'Due Date'
  return new NotAllowed(
    `${name} ${number} has a ${field.toLowerCase()} in Xero, which can be changed but not taken away. Put a due date on the form and send again.`,
    { params: { number } },
  )
}

function removed({ name }: DocumentRecord, { number }: LedgerDocument): DocumentRemoved {
  return new DocumentRemoved(
    `${name} ${number} was deleted in Xero. Choose whether to send it again as a new one or to cancel it here.`,
    { params: { number } },
  )
}
