import type { FormContent } from '@fieldledger/forms'

/** `{name}`; braces around anything else stay as they are. */
const placeholder = /\{([A-Za-z_][\w:.-]{0,80})\}/g
const secretMark = 'secret:'
const givenMark = 'given:'

export interface Placeholder {
  name: string
  label: string
  /** lines = stands for a list, so only as a whole value of a JSON body. */
  type: 'text' | 'lines'
}

const facts: readonly Placeholder[] = [
  { name: 'number', label: 'Number of the form', type: 'text' },
  { name: 'form', label: 'Name of the form', type: 'text' },
  { name: 'total', label: 'Total', type: 'text' },
  { name: 'currency', label: 'Currency', type: 'text' },
  { name: 'status', label: 'Document status', type: 'text' },
  { name: 'revision', label: 'Revision', type: 'text' },
  { name: 'submitted_by', label: 'Name of whoever submitted it', type: 'text' },
  { name: 'id', label: 'Id of the submission', type: 'text' },
]

/** All that a text may name, and nothing else: facts of the submission, fields that hold values, values of the message. */
export function placeholdersOf(form: FormContent, given: readonly string[] = []): Placeholder[] {
  const fields = form.fields.flatMap(({ id, label, kind }): Placeholder[] => {
    if (kind === 'section' || kind === 'attachments') return []
    return [{ name: id, label, type: kind === 'material-table' ? 'lines' : 'text' }]
  })
  const values = given
    .map((label): Placeholder => ({ name: `${givenMark}${label}`, label, type: 'text' }))
    .filter(({ name }) => namesIn(`{${name}}`).length === 1)
  return [...facts, ...fields, ...values]
}

export function namesIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name)
}

/** The name of the secret that a placeholder asks for. */
export function secretIn(name: string): string | undefined {
  return name.startsWith(secretMark) ? name.slice(secretMark.length) : undefined
}

/** The name of the value of the message that a placeholder asks for. */
export function givenIn(name: string): string | undefined {
  return name.startsWith(givenMark) ? name.slice(givenMark.length) : undefined
}

export function writeSecret(name: string): string {
  return `{${secretMark}${name}}`
}

/** Cuts a text at its placeholders: literal text, name, literal text, … */
export function cutAtPlaceholders(text: string): { literal: string; name?: string }[] {
  const pieces: { literal: string; name?: string }[] = []
  let from = 0
  for (const match of text.matchAll(placeholder)) {
    pieces.push({ literal: text.slice(from, match.index), name: match[1] ?? '' })
    from = match.index + match[0].length
  }
  pieces.push({ literal: text.slice(from) })
  return pieces
}
