import type { FieldErrorCode } from './field-error.ts'

type Params = Record<string, string | number>

const sentences: Record<FieldErrorCode, (params: Params) => string> = {
  required: ({ label }) => `Fill in "${label}".`,
  'one-vendor': ({ label, count }) =>
    `"${label}" has ${count} vendors, and one document goes to one vendor: pick one.`,
  'too-many-choices': ({ label, limit }) => `"${label}" takes at most ${limit}: remove some.`,
  'not-a-choice': ({ label }) => `"${label}" has a choice that the form does not offer: choose again.`,
  'does-not-add-up': ({ line, expected, found }) =>
    `Line ${line} does not add up: quantity × unit price is ${expected}, the line says ${found}. Correct one of them.`,
  'too-many-decimals': ({ label, limit, found }) =>
    `"${label}" may have at most ${limit} decimals and has ${found}: shorten it.`,
  'too-long': ({ label, limit, found }) =>
    `"${label}" may be ${limit} characters long and is ${found}: shorten it.`,
  'too-small': ({ label, limit }) => `"${label}" must be at least ${limit}: enter a larger value.`,
  'too-large': ({ label, limit }) => `"${label}" may be at most ${limit}: enter a smaller value.`,
  'zero-total': () => 'The document comes to 0: enter a quantity and a price on at least one line.',
  'too-many-lines': ({ label, limit, found }) =>
    `"${label}" may have ${limit} lines and has ${found}: split it over several forms.`,
  'too-many-files': ({ label, limit }) => `"${label}" takes at most ${limit} files: remove some.`,
  'wrong-currency': ({ label, expected }) => `"${label}" must be in ${expected}: change its currency.`,
  'not-a-number': ({ label }) => `"${label}" must be a number, such as 12 or 12.50.`,
  'not-a-date': ({ label }) => `"${label}" must be a date that exists: choose it from the calendar.`,
  'unknown-field': ({ label }) =>
    `The form has no field "${label}": load the form again, what you typed is kept.`,
  'not-found': ({ label }) => `"${label}" names something that is not in its list: choose again.`,
  'wrong-shape': ({ label }) => `"${label}" was not filled in as the form asks: enter it again.`,
}

/** The sentence beside the field; the same in the browser and from the server. */
export function describeFieldError(code: FieldErrorCode, params: Params): string {
  return sentences[code](params)
}
