import { shownAddress } from './shown-address.ts'

/** "api.example.com" of an address, or the address as it was typed while it is none. */
export function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : ''
  return host === '' ? shownAddress(url) : host
}

/** Scheme, host and port as they were typed: what stands before the path. */
export function originPart(url: string): string {
  return /^[a-z]*:?\/{0,2}[^/?#]*/i.exec(url)?.[0] ?? ''
}

/** Methods that carry no body here. */
export function hasBody(method: string): boolean {
  return method !== 'GET' && method !== 'DELETE'
}
