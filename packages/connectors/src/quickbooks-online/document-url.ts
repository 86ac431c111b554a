/** The document's own page. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  const url = new URL(`${place.booksUrl}/${place.kind === 'bill' ? 'bill' : 'purchaseorder'}`)
  url.searchParams.set('txnId', place.id)
  url.searchParams.set('realm', place.companyId)
  return url.href
}
