import type { HeaderPiece, StepRequest, UsedValue } from '@fieldledger/workflow'
import { isSecretName } from './is-secret-name.ts'
import { messages } from './messages.ts'
import { shownAddress } from './shown-address.ts'
import { shownBody } from './shown-body.ts'

/** The request as it was filled in, for whoever looks at the run; no secret of any kind stands in it. */
export function usedInRequest({ method, url, headers, body }: StepRequest): UsedValue[] {
  return [
    { name: messages.method, value: method },
    { name: messages.url, value: shownAddress(url) },
    ...headers.map(({ name, value }) => ({
      name,
      value: isSecretName(name) ? messages.hidden : value.map(shown).join(''),
    })),
    ...(body === undefined ? [] : [{ name: messages.body, value: shownBody(body) }]),
  ]
}

function shown(piece: HeaderPiece): string {
  return typeof piece === 'string' ? piece : messages.hidden
}
