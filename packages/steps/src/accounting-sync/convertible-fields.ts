import type { Field, FormContent } from '@fieldledger/forms'

/** Text fields that mean the vendor, the likeliest first: one click makes them a choice of vendors (S4-04). */
export function convertibleFields(form: FormContent): Field[] {
  return form.fields.filter(({ kind, label }) => kind === 'text' && /vendor|supplier/i.test(label))
}
