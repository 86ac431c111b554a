/** developer.xero.com "Deep link to Xero": the order's own page. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  const url = new URL(
    `${place.booksUrl}/Accounts/Payable/PurchaseOrders/View/${encodeURIComponent(place.id)}/`,
  )
  // For the practice books; Xero itself goes by the organisation that its user is signed in to.
  url.searchParams.set('tenant', place.companyId)
  return url.href
}
