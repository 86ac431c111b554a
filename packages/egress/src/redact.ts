const hidden = '[redacted]'
const secretName =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|password|token|(access|refresh|id)_?token|client_?secret|secret|assertion)$/i
const bearer = /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi
/** JSON web tokens, and the opaque tokens that ledgers hand out: nobody else writes 60 such characters in a row. */
const tokenLike = /\b(eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_.-]{10,}|(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{60,})\b/g
/** The password of an address that has one, as databases and mail servers are reached. */
const inAddress = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi
const mostDepth = 20

/** Hides tokens inside a text, whatever surrounds them. */
export function redactText(text: string): string {
  return text
    .replaceAll(inAddress, `$1:${hidden}@`)
    .replaceAll(bearer, `$1 ${hidden}`)
    .replaceAll(tokenLike, hidden)
}

export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretName.test(name) ? hidden : redactText(value),
    ]),
  )
}

/** A copy of JSON-like data in which secrets are hidden by their name or by their looks. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= mostDepth) return '[too deep]'
  if (Array.isArray(value)) return value.map((each) => redactValue(each, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) && typeof inner === 'string' ? hidden : redactValue(inner, depth + 1),
    ]),
  )
}
