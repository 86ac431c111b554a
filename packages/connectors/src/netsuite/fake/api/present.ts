import { isObject, type Json, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Field } from '../record-types/field.ts'
import { type Family, idOf, nameOf, type RecordType, traitsOf } from '../record-types/record-types.ts'
import type { Call } from './call.ts'

interface View {
  type: RecordType
  record: JsonObject
  /** Sublists whole; without it as links only. */
  isExpanded: boolean
  /** Choices as their plain id. */
  hasSimpleChoices: boolean
  fields: readonly string[]
}

export function recordAddress({ origin }: Call, { type, id }: { type: RecordType; id: string }): string {
  return `${origin}/services/rest/record/v1/${type}/${id}`
}

const self = (href: string): JsonObject[] => [{ rel: 'self', href }]

/** A record as GET shows it: references with their names, sublists as links or whole. */
export function present(call: Call, view: View): JsonObject {
  const { type, record, fields } = view
  const { fields: known, sublists } = traitsOf(type)
  const address = recordAddress(call, { type, id: idOf(record) })
  const shown: JsonObject = { links: self(address), id: idOf(record) }
  const isWanted = (name: string) => fields.length === 0 || fields.includes(name)
  for (const [name, value] of Object.entries(record)) {
    const field = known[name]
    if (field && isWanted(name))
      shown[name] = presentValue(call, { field, value, view, address: `${address}/${name}` })
  }
  for (const [name, lineFields] of Object.entries(sublists)) {
    if (!isWanted(name)) continue
    const href = `${address}/${name}`
    const lines = listOf(record[name])
    const items = lines.map((line) => {
      const lineAddress = `${href}/${String(line.line)}`
      const entries = Object.entries(line).flatMap(([property, value]) => {
        const field = lineFields[property]
        return field
          ? [[property, presentValue(call, { field, value, view, address: lineAddress })] as const]
          : []
      })
      return { links: self(lineAddress), ...Object.fromEntries(entries) }
    })
    if (lines.length > 0)
      shown[name] = view.isExpanded
        ? { links: self(href), items, totalResults: items.length }
        : { links: self(href) }
  }
  return shown
}

interface Shown {
  field: Field
  value: Json
  view: View
  address: string
}

function presentValue(call: Call, { field, value, view, address }: Shown): Json {
  if (field.type === 'reference') return presentReference(call, { to: field.to, value })
  if (field.type === 'references') {
    const items = listOf(value).map((each) => presentReference(call, { to: field.to, value: each }))
    return view.isExpanded
      ? { links: self(address), items, totalResults: items.length }
      : { links: self(address) }
  }
  if (field.type === 'object') {
    const content = isObject(value) ? value : {}
    return view.isExpanded ? { links: self(address), ...content } : { links: self(address) }
  }
  const words = 'words' in field ? field.words : undefined
  if (!words || view.hasSimpleChoices) return value
  const id = textOf(value) ?? ''
  return { id, refName: words[id] ?? id }
}

function presentReference(call: Call, { to, value }: { to: Family; value: Json }): JsonObject {
  const id = isObject(value) ? idOf(value) : ''
  const found = call.company.find(to, id)
  if (!found) return { id }
  return {
    links: self(recordAddress(call, { type: found.type, id })),
    id,
    refName: nameOf(found.type, found.record),
  }
}
