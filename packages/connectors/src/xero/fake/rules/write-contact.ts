import { randomUUID } from 'node:crypto'
import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { settleContactCard } from './contact-rules.ts'
import type { Draft } from './draft.ts'

interface Sent {
  sent: JsonObject
  found: JsonObject | undefined
}

/** The contact that a bill edits or makes, among the consequences of the bill; its id. */
export function writeContact(draft: Draft, { sent, found }: Sent): string {
  const id = textOf(found?.ContactID) ?? randomUUID()
  const names = Object.keys(sent).filter((name) => sent[name] !== found?.[name])
  if (found && names.length === 0) return id
  const { before: _bill, ...rest } = draft
  const card = settleContactCard({ ...rest, kind: 'Contact', input: sent, ...(found && { before: found }) })
  const element = { ...card, ContactID: id, UpdatedDateUTC: draft.at }
  const operation = found ? 'update' : 'create'
  draft.consequences.push({ kind: 'Contact', operation, element, changed: found ? names : [] })
  return id
}
