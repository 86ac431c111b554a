import type { ChooseField } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'

/** Said beside the field, before approval and at the step that sends, in the same words (G-02). */
export const severalVendors = 'The form names several vendors, and a document goes to one: pick one vendor.'

/** A document has one vendor: where a form becomes one, and this is its only choice of a vendor, several are too many. Pure. */
export function namesSeveralVendors(
  content: FormContent,
  { field, picked }: { field: Pick<ChooseField, 'id'>; picked: readonly string[] },
): boolean {
  if (content.type === 'custom' || picked.length < 2) return false
  const [only, ...others] = content.fields.filter(
    (each) =>
      each.kind === 'choose' && each.source.from === 'catalogue' && each.source.catalogue === 'vendors',
  )
  return others.length === 0 && only?.id === field.id
}
