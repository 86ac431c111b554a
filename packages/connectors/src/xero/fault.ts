import { Value } from 'typebox/value'
import { GatewayError, Refused, ServiceError } from './wire-errors.ts'

/** Why something was refused: the service's number or word for it, and each complaint. */
export interface Fault {
  code: string
  messages: string[]
}

/** From an error's envelope, or from a record that was refused inside an answer 200. */
export function faultOf(body: unknown): Fault | undefined {
  if (Value.Check(ServiceError, body)) {
    const said = (body.Elements ?? []).flatMap(complaintsOf)
    return {
      code: String(body.ErrorNumber ?? body.Type ?? ''),
      messages: said.length > 0 ? said : [body.Message],
    }
  }
  if (Value.Check(GatewayError, body)) return { code: body.Title, messages: [body.Detail ?? ''] }
  const refused = recordsOf(body).filter(isRefused)
  if (refused.length === 0) return undefined
  return { code: 'ValidationException', messages: refused.flatMap(complaintsOf) }
}

/** The records of any envelope: `{ "Items": […] }`. */
function recordsOf(body: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.values(body).flatMap((value) => (Array.isArray(value) ? value : []))
}

function isRefused(record: unknown): boolean {
  return Value.Check(Refused, record) && record.StatusAttributeString === 'ERROR'
}

function complaintsOf(record: unknown): string[] {
  if (!Value.Check(Refused, record)) return []
  const lists = [
    record.ValidationErrors,
    record.Contact?.ValidationErrors,
    ...(record.LineItems ?? []).map((line) => line.ValidationErrors),
  ]
  return lists.flatMap((list) => (list ?? []).flatMap(({ Message }) => Message || []))
}
