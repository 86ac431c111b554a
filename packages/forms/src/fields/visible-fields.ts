import type { FieldValue } from '../submission/values.ts'
import type { Field } from './field.ts'

/** The fields that show for these values: show-when is followed through fields that are hidden themselves. */
export function visibleFields(fields: readonly Field[], values: Readonly<Record<string, unknown>>): Field[] {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const shows = (field: Field, asked: ReadonlySet<string>): boolean => {
    if (field.showWhen === undefined) return true
    const other = byId.get(field.showWhen.field)
    // A rule that points at nothing, or at itself in a circle, hides nothing.
    if (other === undefined || asked.has(other.id)) return true
    if (!shows(other, new Set([...asked, other.id]))) return false
    const value = Object.hasOwn(values, other.id) ? values[other.id] : undefined
    const texts = asTexts(value as FieldValue | undefined)
    return field.showWhen.is.some((wanted) => texts.includes(wanted))
  }
  return fields.filter((field) => shows(field, new Set([field.id])))
}

function asTexts(value: FieldValue | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : ['no']
}
