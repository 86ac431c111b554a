import type { Field, FormContent } from '@fieldledger/forms'
import { Missing } from '../refusals.ts'

/** A field becomes the choice of one vendor; its label, help and place stay. */
export function convertVendorField(content: FormContent, fieldId: string): FormContent {
  if (!content.fields.some(({ id }) => id === fieldId)) throw new Missing()
  return {
    ...content,
    fields: content.fields.map((field) => (field.id === fieldId ? vendorField(field) : field)),
  }
}

function vendorField({ id, label, help, required, showWhen }: Field): Field {
  return {
    kind: 'choose',
    id,
    label,
    ...(help === undefined ? {} : { help }),
    ...(required === undefined ? {} : { required }),
    ...(showWhen === undefined ? {} : { showWhen }),
    source: { from: 'catalogue', catalogue: 'vendors' },
    limit: 1,
  }
}
