import type { Route } from './route.ts'

/** Which methods an address takes, for whoever asks by OPTIONS. */
export function allowedMethods(
  routes: readonly Pick<Route, 'method' | 'path'>[],
): (path: string) => string[] {
  const known = routes.map(({ method, path }) => ({ method, address: addressOf(path) }))
  return (path) => {
    const methods = known.filter(({ address }) => address.test(path)).map(({ method }) => method)
    if (methods.length === 0) return []
    const heads = methods.includes('GET') ? ['HEAD'] : []
    return [...new Set([...methods, ...heads, 'OPTIONS'])].sort()
  }
}

/** As Express matches it: letters of either case, and a slash at the end or none. */
function addressOf(path: string): RegExp {
  const pattern = path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^${pattern}/?$`, 'i')
}
