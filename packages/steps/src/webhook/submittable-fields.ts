import type { Field, FormContent } from '@fieldledger/forms'
import { isPeople } from '../field-values/settable-fields.ts'

const byPeopleAlone: readonly Field['kind'][] = ['section', 'attachments', 'material-table']

/** Fields that one value of a message can fill in; a choice from the catalogue by its name. */
export function submittableFields({ fields }: FormContent): Field[] {
  return fields.filter((field) => !byPeopleAlone.includes(field.kind) && !isPeople(field))
}
