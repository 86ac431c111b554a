/** The order's own page in the account's own pages. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  const url = new URL(`${place.booksUrl}/accounting/transactions/purchord.nl`)
  url.searchParams.set('id', place.id)
  // For who is signed in to several accounts, and for the practice books.
  url.searchParams.set('compid', place.companyId)
  return url.href
}
