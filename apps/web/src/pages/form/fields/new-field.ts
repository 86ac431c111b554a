import type { Field, FieldKind } from '@fieldledger/forms'
import { newFieldId, newOptionId } from '../../forms/new-field-id.ts'
import { fieldKinds, messages } from '../messages.ts'

/** A field as it comes out of the palette. */
export function newField(kind: FieldKind): Field {
  const common = { id: newFieldId(), label: fieldKinds[kind].name }
  switch (kind) {
    case 'choose':
      return {
        ...common,
        kind,
        label: 'Vendor',
        source: { from: 'catalogue', catalogue: 'vendors' },
        limit: 1,
      }
    case 'material-table':
      return {
        ...common,
        kind,
        label: 'Materials',
        columns: { unit: true, tax: false, costCode: false, account: false },
      }
    default:
      return { ...common, kind }
  }
}

export function copyOfField(field: Field): Field {
  return { ...field, id: newFieldId(), label: messages.copyOf(field.label) }
}

export function firstOption(): { id: string; label: string } {
  return { id: newOptionId(), label: messages.option(1) }
}
