import type { OperationPlan, RemoteDocument } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { quoted } from '../requests.ts'
import { TransactionRow } from '../wire.ts'
import { readCurrencies } from './currencies.ts'
import { inOurWords, readDocument } from './find-document.ts'
import { wrongMark } from './list-page.ts'
import { recordOf } from './record-of.ts'

/** Each is read by itself, as a query gives no lines: a page is short, so that it can be left and found again. */
const mostRead = 20

export const listDocuments: OperationPlan<'document.list'> = function* (asked, context) {
  const { kind, from, to, cursor = '0' } = asked
  if (!/^\d{1,18}$/.test(cursor)) throw wrongMark()
  const record = recordOf(kind)
  const day = (date: string) => `TO_DATE(${quoted(date)}, 'YYYY-MM-DD')`
  const days = `trandate >= ${day(from)} AND trandate <= ${day(to)}`
  const q = `SELECT id, externalid FROM transaction WHERE type = '${record.type}' AND ${days} AND id > ${cursor} ORDER BY id`
  const { rows: found } = yield* rowsOf('page', { q, row: TransactionRow })
  const page = found.slice(0, mostRead)
  const last = page.at(-1)
  if (last === undefined) return { rows: [] }
  const currencies = yield* readCurrencies()
  const rows: RemoteDocument[] = []
  for (const [index, row] of page.entries()) {
    const held = yield* readDocument(record, { id: String(row.id), step: `read-${index + 1}` })
    if (held !== null) rows.push(yield* inOurWords(held, { ...context, kind, currencies }))
  }
  return found.length > mostRead ? { rows, next: String(last.id) } : { rows }
}
