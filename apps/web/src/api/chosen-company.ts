const key = 'fieldledger.company'

/**
 * The company that this tab works in. Each tab keeps its own, so that nothing is done in the company of another tab; a
 * new tab begins in the company of the tab that it was opened from. The server picks the person's last one while none is
 * chosen.
 */
export function chosenCompany(): string | undefined {
  return sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? undefined
}

export function chooseCompany(companyId: string | undefined): void {
  for (const storage of [sessionStorage, localStorage]) {
    if (companyId === undefined) storage.removeItem(key)
    else storage.setItem(key, companyId)
  }
}

/** A link in a letter names its company: the tab goes there, and the address is as short as it ever was. */
export function goIntoCompanyOfAddress(): void {
  const url = new URL(location.href)
  const companyId = url.searchParams.get('company')
  if (companyId === null) return
  chooseCompany(companyId)
  url.searchParams.delete('company')
  history.replaceState(history.state, '', url)
}

/** The tab was let into this company: it stays there, unless it has chosen another one meanwhile. */
export function stayInCompany(companyId: string): void {
  if (sessionStorage.getItem(key) === null) chooseCompany(companyId)
}

/** A tab that is looked at is the one from which the next tab is opened. */
export function offerCompanyToNewTabs(): void {
  const own = sessionStorage.getItem(key)
  if (own !== null) localStorage.setItem(key, own)
}
