import type { FormContent } from '@fieldledger/forms'
import type { GivenValue, Problem, SubmittedValue } from '@fieldledger/workflow'
import { submittableFields } from './submittable-fields.ts'

/** What keeps a message from becoming a form: nothing is filled in, a field is gone or filled in twice, a value is gone. */
export function submitProblems(
  submits: readonly SubmittedValue[],
  { form, values }: { form: FormContent; values: readonly GivenValue[] },
): Problem[] {
  if (submits.length === 0)
    return [problem('nothing-submitted', 'Choose at least one field that the message fills in.')]
  const fields = submittableFields(form)
  const found: Problem[] = []
  const seen = new Set<string>()
  for (const { field, value } of submits) {
    const label = fields.find(({ id }) => id === field)?.label
    if (label === undefined)
      found.push(
        problem(
          'field-missing',
          'A field that the message fills in is not chosen, or no longer there: choose another one.',
        ),
      )
    else if (seen.has(field))
      found.push(problem('field-twice', `"${label}" is filled in twice: remove one of them.`))
    if (!values.some(({ name }) => name === value))
      found.push(
        problem(
          'value-missing',
          `"${label ?? 'A field'}" gets no value of the message: choose one of the values above.`,
        ),
      )
    seen.add(field)
  }
  for (const { id, label, required } of fields)
    if (required && !seen.has(id))
      found.push(
        problem('required-unfilled', `"${label}" must be filled in: choose the value that fills it.`),
      )
  for (const { id, label, required } of form.fields)
    if (required && !fields.some((field) => field.id === id))
      found.push(
        problem('required-by-people', `No message can fill in "${label}": make it optional in the form.`),
      )
  return found
}

function problem(code: string, message: string): Problem {
  return { code, severity: 'error', message, place: 'submits' }
}
