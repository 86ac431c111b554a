export interface AuthoriseRequest {
  clientId: string
  redirectUri: string
  scope: string
  state: string
}

export type AuthoriseVerdict =
  | { kind: 'ask'; request: AuthoriseRequest }
  /** Shown to the person: it is not safe to redirect. */
  | { kind: 'refuse'; sentence: string }
  | { kind: 'redirect'; to: string }

interface Rules {
  isKnownClient: (id: string) => boolean
  redirectUris: readonly string[] | undefined
  /** The error that goes back for a scope that is not given; undefined when it is. */
  scopeError: (scope: string) => string | undefined
}

export function judgeAuthoriseRequest(
  sent: Readonly<Record<string, unknown>>,
  rules: Rules,
): AuthoriseVerdict {
  const text = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')
  const clientId = text('client_id')
  const redirectUri = text('redirect_uri')
  const state = text('state')
  const scope = text('scope')
  if (!rules.isKnownClient(clientId))
    return refusal('The client_id query parameter value is missing or unknown.')
  if (!isWebAddress(redirectUri) || (rules.redirectUris && !rules.redirectUris.includes(redirectUri))) {
    return refusal('The redirect_uri query parameter value is missing, invalid or not registered.')
  }
  if (state === '') return refusal('The state query parameter value is missing.')
  if (text('response_type') !== 'code')
    return goBack(redirectUri, { error: 'unsupported_response_type', state })
  const error = rules.scopeError(scope)
  if (error !== undefined) return goBack(redirectUri, { error, state })
  return { kind: 'ask', request: { clientId, redirectUri, scope, state } }
}

export function redirectAddress(uri: string, params: Readonly<Record<string, string>>): string {
  const url = new URL(uri)
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.href
}

function goBack(uri: string, params: Readonly<Record<string, string>>): AuthoriseVerdict {
  return { kind: 'redirect', to: redirectAddress(uri, params) }
}

function refusal(sentence: string): AuthoriseVerdict {
  return { kind: 'refuse', sentence }
}

function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol)
}
