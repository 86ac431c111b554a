import { isObject, type Json, type JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Field, Fields } from '../record-types/field.ts'
import { recordTypes } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { readReference } from './read-reference.ts'

export interface Reading {
  company: Company
  /** From the header `X-NetSuite-PropertyNameValidation`: what happens to names that are not known. */
  refusesUnknownNames: boolean
}

interface Source {
  fields: Fields
  input: JsonObject
  /** Where the input stands, for `o:errorPath`: empty or `item.items[0].`. */
  path: string
}

const sublistNames = new Set(Object.values(recordTypes).flatMap(({ sublists }) => Object.keys(sublists)))

/** Checks what was sent against the record's fields; `null` clears one, and what the ledger keeps itself is ignored. */
export function readFields(reading: Reading, { fields, input, path }: Source): JsonObject {
  const read: JsonObject = {}
  for (const [name, value] of Object.entries(input)) {
    const field = fields[name]
    const at = `${path}${name}`
    if (!field) {
      const isKnown = name === 'id' || name === 'links' || name === 'refName' || sublistNames.has(name)
      if (reading.refusesUnknownNames && !isKnown) throw refuse.property({ name, path: at })
    } else if (value === null) read[name] = null
    else if (field.type !== 'readOnly') read[name] = readValue(reading, { field, name, value, path: at })
  }
  return read
}

interface Sent {
  field: Field
  name: string
  value: Json
  path: string
}

function readValue({ company }: Reading, { field, name, value, path }: Sent): Json {
  const wrong = () => refuse.value({ value: shown(value), field: name, path })
  if (field.type === 'reference')
    return readReference(company, { to: field.to, only: field.only, value, name, path })
  if (field.type === 'references') {
    const items = isObject(value) ? value.items : undefined
    if (!Array.isArray(items)) throw wrong()
    return items.map((each, n) =>
      readReference(company, { to: field.to, value: each, name, path: `${path}.items[${n}]` }),
    )
  }
  if (field.type === 'choice') {
    const id = isObject(value) ? value.id : value
    if (typeof id !== 'string' && typeof id !== 'number') throw wrong()
    if (field.words[String(id)] === undefined) throw wrong()
    return String(id)
  }
  if (!isOfType(field.type, value)) throw wrong()
  if (field.type === 'text' && typeof value === 'string' && value.length > field.limit)
    throw refuse.tooLong({ field: name, limit: field.limit })
  return value
}

function isOfType(type: Field['type'], value: Json): boolean {
  if (type === 'text') return typeof value === 'string'
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type === 'flag') return typeof value === 'boolean'
  if (type === 'day') return typeof value === 'string' && isDay(value)
  return isObject(value)
}

function isDay(value: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value)
}

function shown(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
