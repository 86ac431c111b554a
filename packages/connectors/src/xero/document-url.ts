/** The order's own page. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  return `${place.booksUrl}/Accounts/Payable/PurchaseOrders/Edit/${encodeURIComponent(place.id)}`
}
