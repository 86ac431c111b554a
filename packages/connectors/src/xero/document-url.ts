/** developer.xero.com "Deep link to Xero": the document's own page. Built from the server's setting, never from an answer. */
export function documentUrl(place: {
  booksUrl: string
  companyId: string
  kind: string
  id: string
}): string {
  const url = new URL(`${place.booksUrl}${pageOf(place)}`)
  // For the practice books; Xero itself goes by the organisation that its user is signed in to.
  url.searchParams.set('tenant', place.companyId)
  return url.href
}

function pageOf({ kind, id }: { kind: string; id: string }): string {
  const part = encodeURIComponent(id)
  return kind === 'bill'
    ? `/AccountsPayable/View.aspx?InvoiceID=${part}`
    : `/Accounts/Payable/PurchaseOrders/View/${part}/`
}
