import { isSecretName } from './is-secret-name.ts'
import { messages } from './messages.ts'

/** A body as it may stand on a page: JSON without what is a secret by its name, any other text as it is. */
export function shownBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (name, value) =>
      isSecretName(name) && typeof value === 'string' ? messages.hidden : value,
    )
  } catch {
    return body
  }
}
