import type { Field, FormContent } from '@fieldledger/forms'

/** A form as a supplier fills it in: who they are is known, and our own lists are not theirs to choose from. Pure. */
export function portalContent(content: FormContent): FormContent {
  return {
    ...content,
    fields: content.fields.flatMap((field) => (isOurs(field) ? [] : [withoutOurs(field)])),
  }
}

/** Why a form cannot be filled in by a supplier; undefined = it can. */
export function portalUnfit(content: FormContent): string | undefined {
  if (vendorFieldOf(content) === undefined) return 'It has no field for the vendor: add one to the form.'
  const [asked] = content.fields.filter(
    (field) => isOurs(field) && field.required === true && !isVendor(field),
  )
  return asked === undefined
    ? undefined
    : `"${asked.label}" must be chosen from a list of ours: make it optional in the form.`
}

export function vendorFieldOf(content: FormContent): Field | undefined {
  return content.fields.find(isVendor)
}

function isOurs(field: Field): boolean {
  return field.kind === 'choose' && field.source.from === 'catalogue'
}

function isVendor(field: Field): boolean {
  return field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'vendors'
}

function withoutOurs(field: Field): Field {
  if (field.kind !== 'material-table') return field
  return { ...field, columns: { ...field.columns, costCode: false, account: false, vendor: false } }
}
