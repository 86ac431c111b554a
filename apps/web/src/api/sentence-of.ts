import { messages } from './messages.ts'

/** What to tell a person about any thrown thing. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? error.message : messages.failed
}
