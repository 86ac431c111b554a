import { fillText } from './fill-text.ts'
import type { FormValues } from './form-values.ts'
import { namesIn } from './placeholders.ts'
import { Unfillable } from './unfillable.ts'

/** Names that mean something to JavaScript: a body that has them is refused, here and at publishing. */
export const refusedKeys: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** Reads the template as JSON, then fills its texts; one that is a single placeholder takes the value's own type. */
export function fillJson(template: string, values: FormValues): unknown {
  return fillPart(readJson(template), values)
}

export function readJson(template: string): unknown {
  try {
    return JSON.parse(template)
  } catch {
    throw new Unfillable('not-json', 'The body is not JSON: correct it, publish, then revise the form.')
  }
}

function fillPart(part: unknown, values: FormValues): unknown {
  if (typeof part === 'string') return fillString(part, values)
  if (Array.isArray(part)) return part.map((one) => fillPart(one, values))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => {
      if (refusedKeys.includes(key))
        throw new Unfillable('key-refused', `The body may not have the name "${key}": rename it.`)
      return [key, fillPart(inner, values)]
    }),
  )
}

function fillString(text: string, values: FormValues): unknown {
  const [name, ...others] = namesIn(text)
  const whole = name !== undefined && others.length === 0 && text === `{${name}}`
  const value = whole ? values.json(name) : undefined
  return value === undefined ? fillText(text, values.text) : value
}
