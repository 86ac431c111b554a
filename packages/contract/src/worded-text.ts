import { type TSchema, Type } from 'typebox'

/** Under this name a schema says in words what its text must be: a pattern says it to nobody. */
export const ruleInWords = 'x-rule'

export function worded<Schema extends TSchema>(schema: Schema, rule: string): Schema {
  return { ...schema, [ruleInWords]: rule }
}

const address = '[^\\s@,;]+@[^\\s@,;.]+(?:\\.[^\\s@,;.]+)+'

/** Several e-mail addresses, parted as people part them: each is a contact. */
export const mailAddresses = worded(
  Type.String({ maxLength: 300, pattern: `^\\s*(?:${address}(?:\\s*[,;]\\s*${address})*[\\s,;]*)?$` }),
  'an e-mail address, or several parted by commas',
)

/** Why a text does not fit what its schema asks for, in words; undefined = it fits. Pure. */
export function unfitText(schema: object, text: string): string | undefined {
  const { maxLength, pattern, [ruleInWords]: rule }: Partial<Record<string, unknown>> = { ...schema }
  const { length } = [...text]
  if (typeof maxLength === 'number' && length > maxLength)
    return `has ${length} of at most ${maxLength} characters`
  if (typeof rule !== 'string' || typeof pattern !== 'string') return undefined
  return new RegExp(pattern, 'u').test(text) ? undefined : `must be ${rule}`
}
