import { LedgerError, NotAllowed, type OperationPlan } from '@fieldledger/accounting'
import { updateRequest } from '../requests.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { recordOf } from './record-of.ts'
import { written } from './save-document.ts'

/** G-13: the record knows how it is taken away. It stays readable there. What is done already is left alone. */
export const cancelDocument: OperationPlan<'document.cancel'> = function* (
  { kind, reference, how },
  context,
) {
  const record = recordOf(kind)
  if (how !== 'delete') throw deleteOnly()
  const before = yield* readDocument(reference.id, { step: 'read-post', kind, context })
  if (before === null)
    return {
      reference,
      kind,
      status: 'removed' as const,
      net: { minor: 0, currency: context.currency },
      lines: [],
    }
  const removal = before.removal()
  if (removal instanceof LedgerError) throw removal
  const path = `${record.plural}/${encodeURIComponent(before.id)}`
  const body = { [record.plural]: [removal] }
  const after = yield* written(record, updateRequest('post', { path, body, context }))
  return inOurWords(after, { ...context, kind })
}

function deleteOnly(): NotAllowed {
  return new NotAllowed('Xero has no such way to end a document. Delete it instead.')
}
