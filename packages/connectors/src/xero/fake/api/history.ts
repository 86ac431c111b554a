import { type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Tenant } from '../books/tenant.ts'
import { plainTime, wireDate } from '../dates.ts'
import { type ElementKind, idOf } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import { checkAgainstSchema } from '../schema.ts'
import type { Answer } from './answer.ts'
import { type Call, jsonOf } from './call.ts'
import { envelope } from './envelope.ts'
import { findElement } from './read-elements.ts'

const longestNote = 2500

/** `/{Endpoint}/{id}/History`: what happened, newest first, and notes, which nobody can change. */
export function readHistory(call: Call, target: { kind: ElementKind; id: string }): Answer {
  const id = idOf(target.kind, findElement(call, target))
  return answer(call, records(call.tenant, { kind: target.kind, id }))
}

export function addNote(call: Call, target: { kind: ElementKind; id: string }): Answer {
  const body = jsonOf(call.request)
  checkAgainstSchema('HistoryRecords', body)
  const sent = listOf(body.HistoryRecords)
  const element = call.tenant.find(target.kind, target.id)
  const refused = sent.flatMap((record) => problemsOf(record, element !== undefined))
  if (refused.length > 0 || sent.length === 0) throw refuse.validation(refused)
  const { books, tenant } = call
  for (const { Details } of sent)
    books.write({
      type: 'note',
      tenant: tenant.id,
      kind: target.kind,
      id: idOf(target.kind, element ?? {}),
      details: textOf(Details) ?? '',
      at: books.timestamp(),
    })
  return answer(
    call,
    sent.map(({ Details }) => ({
      Details: Details ?? '',
      DateUTC: wireDate(books.timestamp()),
      DateUTCString: plainTime(books.timestamp()),
    })),
  )
}

function problemsOf(record: JsonObject, isThere: boolean): JsonObject[] {
  const details = textOf(record.Details) ?? ''
  const refusal = (Message: string) => [{ ...record, ValidationErrors: [{ Message }] }]
  if (!isThere) return refusal('The document with the supplied id was not found for this endpoint.')
  if (details === '') return refusal('Details must be specified')
  return details.length > longestNote
    ? refusal(`The field Details must be a string with a maximum length of ${longestNote}.`)
    : []
}

function records(tenant: Tenant, { kind, id }: { kind: ElementKind; id: string }): JsonObject[] {
  return tenant
    .history(kind, id)
    .map(({ at, by, changes, details }) => ({
      Changes: changes,
      DateUTCString: plainTime(at),
      DateUTC: wireDate(at),
      User: by === 'person' ? 'Practice person' : 'System Generated',
      Details: details,
    }))
    .toReversed()
}

function answer({ books }: Call, list: JsonObject[]): Answer {
  return { status: 200, body: envelope(books, { HistoryRecords: list }) }
}
