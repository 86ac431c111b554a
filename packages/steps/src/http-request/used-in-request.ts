import type { HeaderPiece, StepRequest, UsedValue } from '@fieldledger/workflow'
import { messages } from './messages.ts'

/** Names of what is a secret as a rule, also where somebody typed it instead of storing it as one. */
const secretName = /auth|cookie|key|password|secret|signature|token/i

/** The request as it was filled in, for whoever looks at the run; no secret of any kind stands in it. */
export function usedInRequest({ method, url, headers, body }: StepRequest): UsedValue[] {
  return [
    { name: messages.method, value: method },
    { name: messages.url, value: withoutSecrets(url) },
    ...headers.map(({ name, value }) => ({
      name,
      value: secretName.test(name) ? messages.hidden : value.map(shown).join(''),
    })),
    ...(body === undefined ? [] : [{ name: messages.body, value: body }]),
  ]
}

function shown(piece: HeaderPiece): string {
  return typeof piece === 'string' ? piece : messages.hidden
}

function withoutSecrets(url: string): string {
  const [address = '', query] = url.split(/\?(.*)/s)
  if (query === undefined) return address
  const parts = query.split('&').map((part) => {
    const [name = ''] = part.split('=')
    return secretName.test(name) ? `${name}=${messages.hidden}` : part
  })
  return `${address}?${parts.join('&')}`
}
