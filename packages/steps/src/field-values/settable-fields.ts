import type { Field, FormContent } from '@fieldledger/forms'

/** Who gets an order and for which project, lines and files are people's: a workflow never writes them. */
export function settableFields({ fields }: FormContent): Field[] {
  return fields.filter((field) => {
    if (field.kind === 'choose') return field.source.from === 'options' || field.source.catalogue === 'people'
    return !['section', 'attachments', 'material-table'].includes(field.kind)
  })
}

/** Fields whose values fit into this one as they are. */
export function fittingFields(form: FormContent, target: Field): Field[] {
  return settableFields(form).filter((field) => field !== target && kindOf(field) === kindOf(target))
}

function kindOf(field: Field): string {
  if (field.kind === 'paragraph') return 'text'
  if (field.kind !== 'choose') return field.kind
  return field.source.from === 'catalogue' ? field.source.catalogue : `options of ${optionIds(field.source)}`
}

function optionIds({ options }: { options: readonly { id: string }[] }): string {
  return options.map(({ id }) => id).join(' ')
}

export function isPeople(field: Field): boolean {
  return field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'people'
}
