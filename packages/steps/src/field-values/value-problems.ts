import { type Field, type FormContent, fieldErrors } from '@fieldledger/forms'
import { constantValue, type Problem, type ProblemScope } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import { fittingFields, isPeople, settableFields } from './settable-fields.ts'
import type { ValueSource } from './value-source.ts'

/** A currency of two decimals; one of none refuses more when the step is taken. */
const usualCurrency = 'USD'

/** What is wrong with a field that a step writes: `at` is where its drawer shows it, `target` the form it is a field of. */
export function valueProblems(
  { field: id, from, at }: { field?: string | undefined; from: ValueSource; at: string },
  { form, target, given }: Pick<ProblemScope, 'form' | 'given'> & { target: FormContent },
): Problem[] {
  const place = (part: string) => `${at}${part}`
  if (id === undefined)
    return [problemAt(place('field'), { code: 'no-field', message: 'Choose the field that is set.' })]
  const field = settableFields(target).find((one) => one.id === id)
  if (field === undefined)
    return [
      problemAt(place('field'), {
        code: 'field-missing',
        message: 'The field is gone, or no workflow may set it: choose another one.',
      }),
    ]
  switch (from.source) {
    case 'constant':
      return constantProblems(field, { text: from.value, target, place: place('from.value') })
    case 'field':
      return fittingFields(form, field).some((one) => one.id === from.field)
        ? []
        : [
            problemAt(place('from.field'), {
              code: 'source-unfit',
              message: `Choose a field whose values fit into "${field.label}".`,
            }),
          ]
    case 'given':
      return given === undefined || given.includes(from.name ?? '')
        ? []
        : [
            problemAt(place('from.name'), {
              code: 'not-given',
              message: 'The start of this workflow gives no such value: choose another one.',
            }),
          ]
    case 'today':
      return field.kind === 'date'
        ? []
        : [
            problemAt(place('from'), {
              code: 'today-unfit',
              message: `"${field.label}" is no date: choose another value.`,
            }),
          ]
    case 'submitter':
      return isPeople(field) || field.kind === 'text'
        ? []
        : [
            problemAt(place('from'), {
              code: 'submitter-unfit',
              message: `"${field.label}" takes no person: choose another value.`,
            }),
          ]
  }
}

function constantProblems(
  field: Field,
  { text, target, place }: { text: string; target: FormContent; place: string },
): Problem[] {
  if (text.trim() === '') return [problemAt(place, { code: 'no-value', message: 'Enter the value.' })]
  const value = constantValue(field, { text, currency: usualCurrency })
  if (value === undefined)
    return [
      problemAt(place, {
        code: 'value-unfit',
        message: `"${field.label}" does not take this value: ${expected[field.kind]}.`,
      }),
    ]
  const values = { [field.id]: value }
  const errors = fieldErrors({ content: target, fields: [field], values, currency: usualCurrency })
  return errors.map(({ message }) => problemAt(place, { code: 'value-refused', message: message }))
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
