import type { Operation, WireAnswer, WireRequest } from '@fieldledger/accounting'
import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { unreadable } from './errors.ts'
import { queryRequest } from './requests.ts'
import { QueryPage } from './wire.ts'

/** Sends one request and gives its answer's body, checked against what we read of it. */
export function* exchange<Schema extends TSchema>(
  request: WireRequest,
  schema: Schema,
): Operation<Static<Schema>> {
  const { body } = yield request
  return checked(request.step, { body, schema })
}

/** Sends one write; gives the id of the record, which stands in the address that the answer names. */
export function* written(request: WireRequest): Operation<string> {
  const answer = yield request
  const id = idOf(answer)
  if (id === undefined) throw unreadable(`${request.step}: no location`)
  return id
}

function idOf({ headers }: WireAnswer): string | undefined {
  return /\/(\d{1,18})\/?$/.exec(headers.location ?? '')?.[1]
}

/** The rows that a query gives, whether there are more, and how many it has in all. */
export function* rowsOf<Row extends TSchema>(
  step: string,
  { q, row, routine }: { q: string; row: Row; routine?: true },
): Operation<{ rows: Static<Row>[]; hasMore: boolean; total: number | undefined }> {
  const request = queryRequest(step, q)
  const { body } = yield routine === undefined ? request : { ...request, routine }
  const { items, hasMore, totalResults } = checked(step, { body, schema: QueryPage })
  const rows = checked(step, { body: items, schema: Type.Array(row) })
  return { rows, hasMore: hasMore === true, total: totalResults }
}

function checked<Schema extends TSchema>(
  step: string,
  { body, schema }: { body: unknown; schema: Schema },
): Static<Schema> {
  if (Value.Check(schema, body)) return body
  const [first] = Value.Errors(schema, body)
  throw unreadable(`${step}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
}
