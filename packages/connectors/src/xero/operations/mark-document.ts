import { DocumentRemoved, LedgerError, type OperationPlan } from '@fieldledger/accounting'
import { updateRequest } from '../requests.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { recordOf } from './record-of.ts'
import { written } from './save-document.ts'

/** A bill has no link to its order there: the order is told. The status alone is sent, so everything else stays. */
export const markDocument: OperationPlan<'document.mark'> = function* ({ kind, reference, as }, context) {
  const record = recordOf(kind)
  const before = yield* readDocument(reference.id, { step: 'read-post', kind, context })
  if (before === null) throw new DocumentRemoved(removed)
  const marked = before.marked(as)
  if (marked instanceof LedgerError) throw marked
  if (marked === undefined) return inOurWords(before, { ...context, kind })
  const path = `${record.plural}/${encodeURIComponent(before.id)}`
  const body = { [record.plural]: [marked] }
  const after = yield* written(record, updateRequest('post', { path, body, context }))
  return inOurWords(after, { ...context, kind })
}

const removed =
  'The order was deleted in Xero, so nothing is set there. Send it again as a new one if it is still wanted.'
