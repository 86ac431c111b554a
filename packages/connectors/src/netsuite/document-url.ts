const pages: Readonly<Record<string, string>> = { bill: 'vendbill', receipt: 'itemrcpt' }

/** The document's own page in the account's own pages. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  const url = new URL(`${place.booksUrl}/accounting/transactions/${pages[place.kind] ?? 'purchord'}.nl`)
  url.searchParams.set('id', place.id)
  // For the practice books, which have one host for all; the real account is in the host's name.
  url.searchParams.set('account', place.companyId)
  return url.href
}
