import ipaddr from 'ipaddr.js'
import { DestinationRefused } from './egress-errors.ts'

/** Public unicast only. An IPv4 address inside an IPv6 one (::ffff:127.0.0.1) is judged as what it is. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** The whole address of a request, or a refusal. `practice` = the configured origins that may be http and loopback. */
export function destinationOf(
  request: { origin: string; path: string },
  practice: ReadonlySet<string>,
): { url: URL; isPractice: boolean } {
  const { origin, path } = request
  if (!URL.canParse(origin)) throw new DestinationRefused(origin, 'it is no web address')
  const home = new URL(origin)
  if (home.origin !== origin) throw new DestinationRefused(origin, 'it is not a plain origin')
  if (!path.startsWith('/') || !URL.canParse(path, origin))
    throw new DestinationRefused(origin, 'the path is not valid')
  const url = new URL(path, origin)
  if (url.origin !== origin) throw new DestinationRefused(url.origin, `it is not ${origin}`)
  const isPractice = practice.has(origin)
  if (!isPractice) refuseUnsafe(url)
  return { url, isPractice }
}

function refuseUnsafe(url: URL): void {
  if (url.protocol !== 'https:') throw new DestinationRefused(url.origin, 'it is not https')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  // A literal address is never looked up, so the check at connect time would not see it.
  if (ipaddr.isValid(host) && !isPublicAddress(host))
    throw new DestinationRefused(url.origin, 'it is not a public address')
}
