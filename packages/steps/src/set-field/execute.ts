import {
  choiceIds,
  type Field,
  type FieldValue,
  fieldErrors,
  submissionTotals,
  valueWords,
  visibleFields,
} from '@fieldledger/forms'
import type { StepContext, StepExecutor, StepOutcome } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { constantValue } from './constant-value.ts'
import type { SetFieldConfig, setField } from './definition.ts'
import { isPeople, settableFields } from './settable-fields.ts'

export const execute: StepExecutor<typeof setField> = async (config, context) => {
  const { form, submission } = context
  const { currency } = submission
  const field = settableFields(form).find(({ id }) => id === config.field)
  const value = field === undefined ? undefined : await valueFor(field, { config, context })
  if (field === undefined || value === undefined)
    return fail('There is no value that fits into the field: correct the form or the step, then try again.')
  const [error] = fieldErrors({ content: form, fields: [field], values: { [field.id]: value }, currency })
  if (error !== undefined) return fail(error.message)
  const values = { ...submission.values, [field.id]: value }
  const totals = submissionTotals({ fields: visibleFields(form.fields, values), values, currency })
  const before = Object.hasOwn(submission.values, field.id) ? submission.values[field.id] : undefined
  const names = await context.names([...choiceIds(field, before), ...choiceIds(field, value)])
  const words = (one: FieldValue | undefined) => valueWords(field, { value: one, names }).slice(0, 300)
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'field-set', params: { field: field.label, from: words(before), to: words(value) } }],
    changes: [{ change: 'write-field', field: field.id, value, totals }],
  }
}

async function valueFor(
  field: Field,
  { config, context }: { config: SetFieldConfig; context: StepContext },
): Promise<FieldValue | undefined> {
  const { submission, now } = context
  const { from } = config
  switch (from.source) {
    case 'constant':
      return constantValue(field, { text: from.value, currency: submission.currency })
    case 'field': {
      const source = from.field ?? ''
      return Object.hasOwn(submission.values, source) ? submission.values[source] : undefined
    }
    case 'today':
      return DateTime.fromJSDate(now, { zone: await context.timeZone() }).toISODate() ?? undefined
    case 'submitter':
      return isPeople(field) ? [submission.submittedBy] : context.personName(submission.submittedBy)
  }
}

function fail(message: string): StepOutcome {
  return { next: 'fail', error: { code: 'value-unfit', message, retryable: false } }
}
