import type { Field, FormContent } from '@fieldledger/forms'

/** What changed between two drafts of a form, in words. */
export function describeFormChanges(before: FormContent, after: FormContent): string[] {
  const old = new Map(before.fields.map((field) => [field.id, field]))
  const kept = new Set(after.fields.map(({ id }) => id))
  return [
    ...(before.name === after.name ? [] : [`Renamed the form to "${after.name}"`]),
    ...(before.type === after.type ? [] : [`Changed the form type to ${after.type}`]),
    ...(same(before.numbering, after.numbering) ? [] : ['Changed the numbering']),
    ...(before.description === after.description ? [] : ['Changed the description']),
    ...after.fields.flatMap((field) => fieldChange(old.get(field.id), field)),
    ...before.fields.filter(({ id }) => !kept.has(id)).map(({ label }) => `Removed "${label}"`),
    ...(moved(before, after) ? ['Changed the order of the fields'] : []),
  ]
}

function fieldChange(old: Field | undefined, field: Field): string[] {
  if (old === undefined) return [`Added "${field.label}"`]
  if (old.label !== field.label) return [`Renamed "${old.label}" to "${field.label}"`]
  return same(old, field) ? [] : [`Changed "${field.label}"`]
}

function moved(before: FormContent, after: FormContent): boolean {
  const [left, right] = [idsOf(before), idsOf(after)]
  const both = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id)).join()
  return both(left, right) !== both(right, left)
}

function idsOf({ fields }: FormContent): string[] {
  return fields.map(({ id }) => id)
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
