/** The operator's own server: without a database name ours is `fieldledger`. */
export function ownMongodbUrl(uri: string): string {
  const url = new URL(uri)
  if (url.pathname === '' || url.pathname === '/') url.pathname = '/fieldledger'
  return url.toString()
}
