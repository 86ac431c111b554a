import { textOf } from '../../../fake-service/json.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'

/** Numbers of what the company itself writes are its own: each is given once, the next one where none was sent. */
export function settleNumber(draft: Draft, { prefix }: { prefix: string }): string {
  const { company, type, record, before } = draft
  const kept = textOf(before?.tranId)
  const wanted = company.settings.allowNumberOverride ? textOf(record.tranId) : kept
  if (wanted === undefined || wanted === '') return kept ?? nextNumber(draft, prefix)
  const isTaken = company
    .all(type)
    .some((other) => other.tranId === wanted && (!before || idOf(other) !== idOf(before)))
  if (isTaken) throw refuse.taken()
  return wanted
}

function nextNumber({ company, type }: Draft, prefix: string): string {
  const pattern = new RegExp(`^${prefix}(\\d{1,9})$`)
  const numbers = company.all(type).flatMap(({ tranId }) => pattern.exec(textOf(tranId) ?? '')?.[1] ?? [])
  return `${prefix}${Math.max(100, ...numbers.map(Number)) + 1}`
}
