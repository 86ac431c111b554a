import type { Request } from 'express'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import { refuse } from '../refusals.ts'

/** One call to the REST services by somebody who may make it. */
export interface Call {
  books: Books
  company: Company
  request: Request
  /** The address before `/services/rest`. */
  origin: string
}

export function parameter({ request }: Call, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}

/** A comma-separated list. */
export function listParameter(call: Call, name: string): string[] {
  return (parameter(call, name) ?? '').split(',').filter((each) => each !== '')
}

export function flagParameter(call: Call, name: string): boolean {
  return parameter(call, name)?.toLowerCase() === 'true'
}

export function hasBody({ request }: Call): boolean {
  const bytes: unknown = request.body
  return Buffer.isBuffer(bytes) && bytes.length > 0
}

export function bodyOf({ request }: Call): JsonObject {
  const bytes: unknown = request.body
  try {
    const parsed: unknown = JSON.parse(Buffer.isBuffer(bytes) ? bytes.toString('utf8') : '')
    if (isObject(parsed)) return parsed
  } catch {
    throw refuse.body()
  }
  throw refuse.body()
}

export interface Window {
  limit: number
  offset: number
}

const mostRows = 1000

/** At most 1,000 rows a page; the offset is a multiple of the limit. */
export function windowOf(call: Call): Window {
  const limit = Number(parameter(call, 'limit') ?? mostRows)
  const offset = Number(parameter(call, 'offset') ?? 0)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
    throw refuse.parameter({
      detail: `Invalid value for the query parameter limit. Provide a value between 1 and ${mostRows}.`,
      query: 'limit',
    })
  if (!Number.isInteger(offset) || offset < 0 || offset % limit !== 0)
    throw refuse.parameter({
      detail: 'Invalid value for the query parameter offset. The offset must be divisible by the limit.',
      query: 'offset',
    })
  return { limit, offset }
}

interface Paged<Row> {
  rows: readonly Row[]
  window: Window
  /** Asked for the rows of the page alone. */
  show: (row: Row) => JsonObject
}

/** One page of rows with its links, as record lists and SuiteQL both answer. */
export function pageOf<Row>(address: string, { rows, window, show }: Paged<Row>): JsonObject {
  const { limit, offset } = window
  const items = rows.slice(offset, offset + limit).map(show)
  const hasMore = offset + items.length < rows.length
  const link = (rel: string, from: number) => ({ rel, href: `${address}?limit=${limit}&offset=${from}` })
  const links = [
    link('self', offset),
    ...(offset > 0 ? [link('first', 0), link('previous', Math.max(0, offset - limit))] : []),
    ...(hasMore ? [link('next', offset + limit)] : []),
  ]
  return { links, count: items.length, hasMore, items, offset, totalResults: rows.length }
}
