import { isObject, type JsonObject, listOf } from '../../../fake-service/json.ts'
import type { Fields } from '../record-types/field.ts'
import { refuse } from '../refusals.ts'
import { type Reading, readFields } from './read-fields.ts'

interface Sublist {
  name: string
  fields: Fields
  input: JsonObject
  before: JsonObject | undefined
  /** By `?replace=` the lines that are sent are all there are; without it they are added or, by their number, changed. */
  isReplaced: boolean
}

export function readSublist(reading: Reading, sublist: Sublist): JsonObject[] {
  const { name, fields, input, before, isReplaced } = sublist
  const known = listOf(before?.[name])
  const sent = input[name]
  if (sent === undefined) return known
  const items = isObject(sent) ? sent.items : undefined
  if (!Array.isArray(items)) throw refuse.body()
  const lines = isReplaced ? [] : known.map((line) => ({ ...line }))
  items.forEach((item, n) => {
    if (!isObject(item)) throw refuse.body()
    const path = `${name}.items[${n}].`
    const read = readFields(reading, { fields, input: item, path })
    const number = read.line
    const old = known.find((line) => line.line === number)
    if (number !== undefined && !old && before)
      throw refuse.value({ value: String(number), field: 'line', path: `${path}line` })
    const line = { ...(old && recalculated(old, read)), ...read }
    const at = lines.findIndex((each) => each.line === number)
    if (old && at >= 0) lines[at] = line
    else lines.push(line)
  })
  return numbered(lines)
}

/** Amounts that were calculated are calculated again. */
function recalculated(old: JsonObject, read: JsonObject): JsonObject {
  const { amount: _amount, ...kept } = old
  return read.quantity !== undefined || read.rate !== undefined || read.item !== undefined ? kept : old
}

/** A line keeps its number as long as it lives. */
function numbered(lines: JsonObject[]): JsonObject[] {
  let last = Math.max(0, ...lines.map(({ line }) => (typeof line === 'number' ? line : 0)))
  return lines.map((line) => {
    if (typeof line.line === 'number') return line
    last += 1
    return { ...line, line: last }
  })
}
