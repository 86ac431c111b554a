import type { OperationPlan } from '@fieldledger/accounting'
import { queryRequest, quoted } from '../requests.ts'
import { inOurWords } from './find-document.ts'
import { pageOf, startOf } from './list-page.ts'
import { recordOf } from './record-of.ts'

/** Documents come with all their lines: fewer of them in an answer than of lists. */
const rowsPerPage = 100

export const listDocuments: OperationPlan<'document.list'> = function* ({ kind, from, to, cursor }, context) {
  const record = recordOf(kind)
  const days = `TxnDate >= ${quoted(from)} and TxnDate <= ${quoted(to)}`
  const page = `startposition ${startOf(cursor)} maxresults ${rowsPerPage}`
  const query = `select * from ${record.entity} where ${days} orderby Id ${page}`
  const found = yield* record.listed(queryRequest('page', query))
  const rows = found.map((transaction) => inOurWords(transaction, { ...context, kind }))
  return pageOf({ sent: found.length, rows, cursor, rowsPerPage })
}
