import type { FieldValue, SubmissionValues } from '@fieldledger/forms'
import { Type } from 'typebox'

const closed = { additionalProperties: false }

/** Visits for the same value of a field, or of the same word, never run at the same time in one company. */
export const OneAtATime = Type.Union([
  Type.Object({ field: Type.String({ minLength: 1, maxLength: 40 }) }, closed),
  Type.Object({ word: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) }, closed),
])
export type OneAtATime = Type.Static<typeof OneAtATime>

/** What must not run twice at once; undefined = the field is empty, and nothing holds this visit. */
export function keyOfTurn(rule: OneAtATime, values: SubmissionValues): string | undefined {
  if ('word' in rule) return `word ${rule.word.trim().toLowerCase()}`
  const value = Object.hasOwn(values, rule.field) ? values[rule.field] : undefined
  return isEmpty(value) ? undefined : `value ${JSON.stringify(value)}`
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
