import type { Operation, WireRequest } from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { unreadable } from './errors.ts'

/** Sends one request and gives its answer's body, checked against what we read of it. */
export function* exchange<Schema extends TSchema>(
  request: WireRequest,
  schema: Schema,
): Operation<Static<Schema>> {
  const { body } = yield request
  if (Value.Check(schema, body)) return body
  const [first] = Value.Errors(schema, body)
  throw unreadable(`${request.step}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
}
