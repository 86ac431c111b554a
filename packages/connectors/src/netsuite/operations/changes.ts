import type { LedgerChange, OperationPlan } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { quoted } from '../requests.ts'
import { cellText, isYes } from '../row.ts'
import { ChangedRow } from '../wire.ts'
import { wrongMark } from './list-page.ts'

const format = `'YYYY-MM-DD"T"HH24:MI:SS'`

interface Feed {
  record: LedgerChange['record'] | 'gone'
  table: string
  id: string
  moment: string
  columns: readonly string[]
}

const feeds: readonly Feed[] = [
  { record: 'vendor', table: 'vendor', id: 'id', moment: 'lastmodifieddate', columns: [] },
  {
    record: 'item',
    table: 'item',
    id: 'id',
    moment: 'lastmodifieddate',
    columns: ['isinactive', 'subtype', 'displayname', 'itemid'],
  },
  { record: 'document', table: 'transaction', id: 'id', moment: 'lastmodifieddate', columns: [] },
  { record: 'gone', table: 'deletedrecord', id: 'recordid', moment: 'deleteddate', columns: ['type'] },
]

/**
 * NetSuite tells nothing by itself: it is asked in SuiteQL, one table after the other. Moments are written as the
 * account writes them and asked for as they were written, so that its time zone does not matter. The page mark names the
 * table, and the last id of the page before: it is told once more, since two that are gone may have one id.
 */
export const listChanges: OperationPlan<'change.list'> = function* ({ since, cursor = '0' }) {
  const [, place = '', after] = /^([0-3])(?::(\d{1,18}))?$/.exec(cursor) ?? []
  const feed = feeds[Number(place)]
  if (place === '' || feed === undefined) throw wrongMark()
  const { table, id, moment, columns } = feed
  const shown = [`${id} AS id`, ...columns, `TO_CHAR(${moment}, ${format}) AS at`].join(', ')
  const from = `${moment} >= TO_TIMESTAMP(${quoted(since.slice(0, 19))}, ${format})`
  const where = after === undefined ? from : `${from} AND ${id} >= ${after}`
  const q = `SELECT ${shown} FROM ${table} WHERE ${where} ORDER BY ${id}`
  const { rows, hasMore } = yield* rowsOf('changes', { q, row: ChangedRow, routine: true })
  const last = hasMore ? rows.at(-1) : undefined
  const next = last === undefined ? nextTable(Number(place)) : `${place}:${last.id}`
  return {
    rows: rows.flatMap((row) => fromRow(feed, row)),
    complete: true,
    ...(next === undefined ? {} : { next }),
  }
}

function nextTable(place: number): string | undefined {
  return place + 1 < feeds.length ? String(place + 1) : undefined
}

function fromRow({ record }: Feed, row: ChangedRow): LedgerChange[] {
  const remoteId = String(row.id)
  const at = cellText(row.at)
  if (at === undefined) return []
  if (record === 'gone') return [{ ...goneOf(cellText(row.type) ?? ''), remoteId, at }]
  if (record !== 'item') return [{ record, remoteId, at }]
  const name = cellText(row.displayname) ?? cellText(row.itemid) ?? remoteId
  return [{ record, remoteId, at, name, active: !isYes(row.isinactive) && row.subtype !== 'Sale' }]
}

function goneOf(type: string): Pick<LedgerChange, 'record' | 'active'> {
  if (/^vendor$/i.test(type)) return { record: 'vendor' }
  const isItem = /item/i.test(type) && !/receipt/i.test(type)
  return isItem ? { record: 'item', active: false } : { record: 'document' }
}
