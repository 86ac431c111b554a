import type { OperationContext, WireRequest } from '@fieldledger/accounting'
import { externalId } from './external-id.ts'

const records = '/services/rest/record/v1'
const queries = '/services/rest/query/v1/suiteql'

/** Rows of one answer: at most 1000 (reference §3.4). */
const rowsPerPage = '1000'

const json = { accept: 'application/json', 'content-type': 'application/json' }

/** A record with its sublists; without `expandSubResources` they come as links. */
export function readRequest(step: string, path: string): WireRequest {
  return {
    step,
    method: 'GET',
    path: `${records}/${path}`,
    query: { expandSubResources: 'true' },
    headers: { accept: 'application/json' },
    safeToRepeat: true,
  }
}

/** A question in SuiteQL: a POST that changes nothing. The service refuses it without this `Prefer`. */
export function queryRequest(step: string, q: string): WireRequest {
  return {
    step,
    method: 'POST',
    path: queries,
    query: { limit: rowsPerPage, offset: '0' },
    headers: { ...json, prefer: 'transient' },
    body: { as: 'json', value: { q } },
    safeToRepeat: true,
  }
}

export interface Write {
  record: string
  body: object
  context: OperationContext
  /** Sublists whose lines are ours alone. */
  replace?: string
  /** The order that the service makes the record out of. */
  madeFrom?: string
}

/**
 * PUT to an external id makes the record or finds the one that is there: the service's own guard against twins. The
 * header X-NetSuite-Idempotency-Key is no help, as it is ignored on calls that are answered at once (reference §3.2).
 */
export function createRequest(step: string, write: Write): WireRequest {
  const { record, body, context, replace, madeFrom } = write
  if (madeFrom !== undefined) return transformRequest(step, { ...write, madeFrom })
  const { requestKey } = context
  const isKeyed = requestKey !== ''
  return {
    step,
    method: isKeyed ? 'PUT' : 'POST',
    path: `${records}/${record}${isKeyed ? `/eid:${externalId(requestKey)}` : ''}`,
    ...(isKeyed && replace !== undefined ? { query: { replace } } : {}),
    headers: json,
    body: { as: 'json', value: body },
    safeToRepeat: false,
  }
}

/** A transform has no address by external id: the id stands in its body, and the service refuses a second one of it. */
function transformRequest(
  step: string,
  { record, body, context: { requestKey }, madeFrom }: Write & { madeFrom: string },
): WireRequest {
  const keyed = requestKey === '' ? {} : { externalId: externalId(requestKey) }
  return {
    step,
    method: 'POST',
    path: `${records}/purchaseOrder/${encodeURIComponent(madeFrom)}/!transform/${record}`,
    headers: json,
    body: { as: 'json', value: { ...body, ...keyed } },
    safeToRepeat: false,
  }
}

interface Change {
  path: string
  body: object
  query?: Record<string, string>
}

/** PATCH changes what it names and leaves the rest. */
export function updateRequest(step: string, { path, body, query }: Change): WireRequest {
  return {
    step,
    method: 'PATCH',
    path: `${records}/${path}`,
    ...(query === undefined ? {} : { query }),
    headers: json,
    body: { as: 'json', value: body },
    safeToRepeat: false,
  }
}

export function deleteRequest(step: string, path: string): WireRequest {
  return {
    step,
    method: 'DELETE',
    path: `${records}/${path}`,
    headers: { accept: 'application/json' },
    safeToRepeat: false,
  }
}

/** One of the columns has the text somewhere; SuiteQL tells capital letters apart, and `%` and `_` stand for others. */
export function containing(columns: readonly string[], text: string): string {
  const pattern = quoted(`%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`)
  return `(${columns.map((column) => `LOWER(${column}) LIKE ${pattern} ESCAPE '\\'`).join(' OR ')})`
}

/** A text inside SuiteQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
