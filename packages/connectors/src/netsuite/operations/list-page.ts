import { DocumentRejected, type Operation, type Page } from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { rowsOf } from '../read-answer.ts'

interface List<Row extends TSchema> {
  columns: string
  table: string
  where?: string
  /** true = the service itself brings some records, which it numbers below zero. */
  bringsSome?: true
  row: Row
  cursor: string | undefined
}

/** A page begins after the last id of the one before: nothing is missed when rows come or go, and no end is set. */
export function* pageOf<Row extends TSchema>(
  list: List<Row>,
): Operation<Page<Static<Row> & { id: unknown }>> {
  const { columns, table, where, row, bringsSome, cursor = '0' } = list
  if (!/^\d{1,18}$/.test(cursor)) throw wrongMark()
  const isWhole = bringsSome === true && list.cursor === undefined
  const conditions = [...(where === undefined ? [] : [where]), ...(isWhole ? [] : [`id > ${cursor}`])]
  const only = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')} `
  const q = `SELECT ${columns} FROM ${table} ${only}ORDER BY id`
  const { rows, hasMore, total } = yield* rowsOf('page', { q, row })
  const page = rows as (Static<Row> & { id: unknown })[]
  const last = page.at(-1)
  if (!hasMore || last === undefined) return { rows: page }
  return { rows: page, next: String(last.id), ...(total === undefined ? {} : { left: total - page.length }) }
}

export function wrongMark(): DocumentRejected {
  return new DocumentRejected('This list was cut short by a wrong page mark. Begin the import again.')
}
