import { type Field, type FormContent, fieldErrors } from '@fieldledger/forms'
import type { Problem } from '@fieldledger/workflow'
import { constantValue } from './constant-value.ts'
import type { SetFieldConfig } from './definition.ts'
import { fittingFields, isPeople, settableFields } from './settable-fields.ts'

/** A currency of two decimals; one of none refuses more when the step is taken. */
const usualCurrency = 'USD'

export function setFieldProblems({ field: id, from }: SetFieldConfig, form: FormContent): Problem[] {
  if (id === undefined) return [problem('no-field', 'Choose the field that is set.', 'field')]
  const field = settableFields(form).find((one) => one.id === id)
  if (field === undefined)
    return [
      problem('field-missing', 'The field is gone, or no workflow may set it: choose another one.', 'field'),
    ]
  switch (from.source) {
    case 'constant':
      return constantProblems(field, { text: from.value, form })
    case 'field':
      return fittingFields(form, field).some((one) => one.id === from.field)
        ? []
        : [problem('source-unfit', `Choose a field whose values fit into "${field.label}".`, 'from.field')]
    case 'today':
      return field.kind === 'date'
        ? []
        : [problem('today-unfit', `"${field.label}" is no date: choose another value.`, 'from')]
    case 'submitter':
      return isPeople(field) || field.kind === 'text'
        ? []
        : [problem('submitter-unfit', `"${field.label}" takes no person: choose another value.`, 'from')]
  }
}

function constantProblems(field: Field, { text, form }: { text: string; form: FormContent }): Problem[] {
  if (text.trim() === '') return [problem('no-value', 'Enter the value.', 'from.value')]
  const value = constantValue(field, { text, currency: usualCurrency })
  if (value === undefined)
    return [
      problem(
        'value-unfit',
        `"${field.label}" does not take this value: ${expected[field.kind]}.`,
        'from.value',
      ),
    ]
  const values = { [field.id]: value }
  const errors = fieldErrors({ content: form, fields: [field], values, currency: usualCurrency })
  return errors.map(({ message }) => problem('value-refused', message, 'from.value'))
}

const expected: Record<Field['kind'], string> = {
  section: 'choose another field',
  text: 'enter one line of at most 300 characters',
  paragraph: 'enter at most 4000 characters',
  number: 'enter a number, such as 12 or 12.50',
  money: 'enter an amount, such as 12.50',
  date: 'choose a date that exists',
  'yes-no': 'choose yes or no',
  choose: 'choose one of its options',
  attachments: 'choose another field',
  'material-table': 'choose another field',
}

function problem(code: string, message: string, place: string): Problem {
  return { code, severity: 'error', message, place }
}
