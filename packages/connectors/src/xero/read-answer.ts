import { type Operation, PermissionMissing, type WireAnswer, type WireRequest } from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { unreadable } from './errors.ts'
import { permissionMissing, permissionOf } from './permissions.ts'

/** Sends one request and gives its answer's body, checked against what we read of it. */
export function* exchange<Schema extends TSchema>(
  request: WireRequest,
  schema: Schema,
): Operation<Static<Schema>> {
  const { body } = yield* answered(request)
  if (Value.Check(schema, body)) return body
  const [first] = Value.Errors(schema, body)
  throw unreadable(`${request.step}: ${first?.instancePath ?? ''} ${first?.message ?? ''}`)
}

/** The service does not say which permission it misses: what was asked for does. */
function* answered(request: WireRequest): Operation<WireAnswer> {
  try {
    return yield request
  } catch (error) {
    throw error instanceof PermissionMissing ? permissionMissing(permissionOf(request.path)) : error
  }
}
