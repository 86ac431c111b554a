import type { FieldError } from '@fieldledger/forms'

/** Path → sentence; the first one of a path counts. */
export type ErrorsByPath = Readonly<Record<string, string>>

export function errorsByPath(errors: readonly Pick<FieldError, 'path' | 'message'>[]): ErrorsByPath {
  const found: Record<string, string> = {}
  for (const { path, message } of errors) found[path] ??= message
  return found
}
