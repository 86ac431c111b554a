import { isObject, type Json, type JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { type Family, idOf, type RecordType } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'

interface Named {
  to: Family
  only?: RecordType | undefined
  value: Json
  name: string
  path: string
}

/** `{ id }` or `{ externalId }` of a record that is there, of the kind and not inactive; anything else is an invalid value. */
export function readReference(company: Company, { to, only, value, name, path }: Named): JsonObject {
  const sent = isObject(value) ? value : {}
  const { id, externalId } = sent
  const wanted =
    typeof id === 'string' || typeof id === 'number'
      ? String(id)
      : typeof externalId === 'string'
        ? `eid:${externalId}`
        : undefined
  const found = wanted === undefined ? undefined : company.find(to, wanted)
  if (!found || (only && found.type !== only) || found.record.isInactive === true) {
    const said = wanted?.replace(/^eid:/, '') ?? JSON.stringify(value)
    throw refuse.value({ value: said, field: name, path })
  }
  return { id: idOf(found.record) }
}
