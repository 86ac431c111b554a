import { isObject, type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Field } from '../record-types/field.ts'
import { idOf, nameOf } from '../record-types/record-types.ts'

/** A value of one column in one row, as it is compared and as it is shown. */
export interface Cell {
  /** Days and times as ISO text. */
  value: string | number | null
  kind: 'text' | 'number' | 'day'
  /** What `BUILTIN.DF` shows in its place. */
  label: string | null
}

export const textCell = (value: string | undefined, label = value): Cell => ({
  value: value ?? null,
  kind: 'text',
  label: label ?? null,
})

export function cellOf(company: Company, { field, value }: { field: Field; value: Json | undefined }): Cell {
  if (value === undefined || value === null) return { value: null, kind: kindOf(field), label: null }
  if (field.type === 'reference') {
    const id = isObject(value) ? idOf(value) : ''
    const found = company.find(field.to, id)
    return textCell(id, found ? nameOf(found.type, found.record) : id)
  }
  if (typeof value === 'boolean') return textCell(value ? 'T' : 'F', value ? 'Yes' : 'No')
  if (typeof value === 'number') return { value, kind: 'number', label: String(value) }
  const text = textOf(value) ?? ''
  const words = 'words' in field ? field.words : undefined
  return { value: text, kind: kindOf(field), label: words?.[text] ?? text }
}

function kindOf(field: Field): Cell['kind'] {
  if (field.type === 'number') return 'number'
  return field.type === 'day' ? 'day' : 'text'
}

/** A moment among the columns: shown as a day, compared to the second. */
export function momentCell(record: JsonObject, name: string): Cell {
  const value = textOf(record[name]) ?? null
  return { value, kind: 'day', label: value }
}

/** `11/2/2026`, the usual preference of an account in the United States. */
export function shownDay(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-')
  return `${Number(month)}/${Number(day)}/${year}`
}

/** A moment in a format of Oracle's: `YYYY-MM-DD HH24:MI:SS`, `MM/DD/YYYY`, with `"T"` for a letter as it is. */
export function written(iso: string | undefined, format: string): string | undefined {
  if (iso === undefined) return undefined
  const [, YYYY = '', MM = '', DD = '', HH24 = '00', MI = '00', SS = '00'] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/.exec(iso) ?? []
  const parts: Readonly<Record<string, string>> = { YYYY, MM, DD, HH24, MI, SS }
  return format.replaceAll(/YYYY|MM|DD|HH24|MI|SS|"([^"]*)"/g, (part, plain) => parts[part] ?? String(plain))
}
