import type { Problem } from '@fieldledger/workflow'
import { problemAt } from '../problem-at.ts'
import { namesIn, type Placeholder } from './placeholders.ts'

/** Names that nothing in the form has, and lists where only a text fits. */
export function unknownNames(text: string, at: { known: readonly Placeholder[]; place: string }): Problem[] {
  const bad = namesIn(text).find((name) => !at.known.some((one) => one.name === name && one.type === 'text'))
  return bad === undefined ? [] : [unknownName(bad, at.place)]
}

export function unknownName(name: string, place: string): Problem {
  return problemAt(place, {
    code: 'unknown-placeholder',
    message: `Nothing that fits here is called {${name}}: choose it from "Insert a value".`,
  })
}
