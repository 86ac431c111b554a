import type { Field, FieldValue } from '@fieldledger/forms'
import { constantValue, type StepContext } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { isPeople } from './settable-fields.ts'
import type { ValueSource } from './value-source.ts'

/** The value that this field gets, or undefined when there is none that fits. */
export async function valueFromSource(
  field: Field,
  { from, context }: { from: ValueSource; context: StepContext },
): Promise<FieldValue | undefined> {
  const { submission, now } = context
  switch (from.source) {
    case 'constant':
      return constantValue(field, { text: from.value, currency: submission.currency })
    case 'field': {
      const source = from.field ?? ''
      return Object.hasOwn(submission.values, source) ? submission.values[source] : undefined
    }
    case 'given': {
      const name = from.name ?? ''
      const text = Object.hasOwn(context.given, name) ? context.given[name] : undefined
      return text === undefined ? undefined : constantValue(field, { text, currency: submission.currency })
    }
    case 'today':
      return DateTime.fromJSDate(now, { zone: await context.timeZone() }).toISODate() ?? undefined
    case 'submitter':
      return isPeople(field) ? [submission.submittedBy] : context.personName(submission.submittedBy)
  }
}
