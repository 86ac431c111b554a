import { type MessageStart, textAt, valueAt } from '@fieldledger/workflow'

/** A message names no more forms than that. */
const mostForms = 200
const longestName = 64
/** A value that steps use is no document. */
const longestValue = 4000

export type MessageRead =
  | { names: string[]; given: Record<string, string> }
  /** Why nothing can be started, ending in what to do. */
  | { refused: string }

/** Which forms a message names, and what it gives to the steps. */
export function readMessage(body: string, { form, values, submits }: MessageStart): MessageRead {
  const message = readJson(body)
  if (message === undefined) return { refused: 'The body is no JSON: send an object that names the form.' }
  if (submits !== undefined) return { names: [], given: givenBy(message, values) }
  const found = valueAt(message, form)
  const named = (Array.isArray(found) ? found : [found]).map(nameOf)
  const names = named.filter((name) => name !== undefined)
  const where = form === '' ? 'The message itself' : `What stands at ${form}`
  if (names.length === 0 || names.length < named.length)
    return {
      refused: `${where} names no form: send its number or id there, or correct the place in the workflow's start.`,
    }
  if (names.length > mostForms)
    return { refused: `${where} names ${names.length} forms: send at most ${mostForms} at once.` }
  return { names: [...new Set(names)], given: givenBy(message, values) }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function nameOf(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  return typeof name === 'string' && name.trim() !== '' && name.length <= longestName
    ? name.trim()
    : undefined
}

function givenBy(message: unknown, values: MessageStart['values']): Record<string, string> {
  return Object.fromEntries(
    values.flatMap(({ name, pointer }) => {
      const text = textAt(message, pointer)
      return text === undefined ? [] : [[name, text.slice(0, longestValue)]]
    }),
  )
}
