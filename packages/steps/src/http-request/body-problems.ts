import type { Problem } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import type { HttpRequestConfig } from './definition.ts'
import { readJson, refusedKeys } from './fill-json.ts'
import { hasBody } from './host-of.ts'
import { unknownName, unknownNames } from './placeholder-problems.ts'
import { namesIn, type Placeholder } from './placeholders.ts'
import { Unfillable } from './unfillable.ts'

export function bodyProblems(
  { method, format, body }: HttpRequestConfig,
  known: readonly Placeholder[],
): Problem[] {
  if (!hasBody(method) || body.trim() === '') return []
  if (format === 'text') return unknownNames(body, { known, place: 'body' })
  try {
    return partProblems(readJson(body), known)
  } catch (error) {
    if (!(error instanceof Unfillable)) throw error
    return [
      problemAt('body', {
        code: 'not-json',
        message:
          'The body is not JSON: write names and values in double quotes, placeholders too, such as "{number}".',
      }),
    ]
  }
}

function partProblems(part: unknown, known: readonly Placeholder[]): Problem[] {
  if (typeof part === 'string') return textProblems(part, known)
  if (Array.isArray(part)) return part.flatMap((one) => partProblems(one, known))
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, inner]) =>
    refusedKeys.includes(key)
      ? [
          problemAt('body', {
            code: 'key-refused',
            message: `The body may not have the name "${key}": rename it.`,
          }),
        ]
      : partProblems(inner, known),
  )
}

function textProblems(text: string, known: readonly Placeholder[]): Problem[] {
  const [name] = namesIn(text)
  if (name !== undefined && text === `{${name}}`)
    return known.some((one) => one.name === name) ? [] : [unknownName(name, 'body')]
  return unknownNames(text, { known, place: 'body' })
}
