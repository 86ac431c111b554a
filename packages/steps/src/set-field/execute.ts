import {
  choiceIds,
  type FieldValue,
  fieldErrors,
  submissionTotals,
  valueWords,
  visibleFields,
} from '@fieldledger/forms'
import type { StepExecutor, StepOutcome } from '@fieldledger/workflow'
import { settableFields } from '../field-values/settable-fields.ts'
import { valueFromSource } from '../field-values/value-from-source.ts'
import type { setField } from './definition.ts'
import { messages } from './messages.ts'

export const execute: StepExecutor<typeof setField> = async (config, context) => {
  const { form, submission } = context
  const { currency } = submission
  const field = settableFields(form).find(({ id }) => id === config.field)
  const value = field === undefined ? undefined : await valueFromSource(field, { from: config.from, context })
  if (field === undefined || value === undefined)
    return fail('There is no value that fits into the field: correct the form or the step, then try again.')
  const [error] = fieldErrors({ content: form, fields: [field], values: { [field.id]: value }, currency })
  if (error !== undefined) return fail(error.message)
  const values = { ...submission.values, [field.id]: value }
  const totals = submissionTotals({ fields: visibleFields(form.fields, values), values, currency })
  const before = Object.hasOwn(submission.values, field.id) ? submission.values[field.id] : undefined
  const names = await context.names([...choiceIds(field, before), ...choiceIds(field, value)])
  const words = (one: FieldValue | undefined) => valueWords(field, { value: one, names }).slice(0, 300)
  const [from, to] = [words(before), words(value)]
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'field-set', params: { field: field.label, from, to } }],
    used: [
      { name: field.label, value: to },
      { name: messages.before(field.label), value: from },
    ],
    changes: [{ change: 'write-field', field: field.id, value, totals }],
  }
}

function fail(message: string): StepOutcome {
  return { next: 'fail', error: { code: 'value-unfit', message, retryable: false } }
}
