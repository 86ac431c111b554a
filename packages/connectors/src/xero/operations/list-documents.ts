import { DocumentRejected, type OperationPlan } from '@fieldledger/accounting'
import { pricedRequest } from '../requests.ts'
import { inOurWords } from './find-document.ts'
import { recordOf } from './record-of.ts'

const rowsPerPage = 100

/** What was deleted or voided is still listed there, and is not one of the books any more. */
export const listDocuments: OperationPlan<'document.list'> = function* (asked, context) {
  const { kind, from, to, cursor = '1' } = asked
  if (!/^[1-9]\d{0,6}$/.test(cursor))
    throw new DocumentRejected('This list was cut short by a wrong page mark. Begin the comparison again.')
  const record = recordOf(kind)
  const { path, query } = record.between({ from, to })
  const paged = { ...query, page: cursor, pageSize: String(rowsPerPage) }
  const found = yield* record.read(pricedRequest('page', { path, query: paged, context }))
  const rows = found.filter(({ isGone }) => !isGone).map((held) => inOurWords(held, { ...context, kind }))
  return found.length < rowsPerPage ? { rows } : { rows, next: String(Number(cursor) + 1) }
}
