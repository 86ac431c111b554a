import { isSecretName } from './is-secret-name.ts'
import { messages } from './messages.ts'

/** An address as it may stand on a page or in a log: without a sign-in, and without what is a secret by its name. */
export function shownAddress(url: string): string {
  const [, address = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const hidden = rest.replaceAll(/([?&#;][^=&#;?]+=)[^&#;]*/g, (whole, start: string) =>
    isSecretName(start.slice(1, -1)) ? start + messages.hidden : whole,
  )
  return withoutSignIn(address) + hidden
}

function withoutSignIn(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/@]*@/i, `$1${messages.hidden}@`)
}
