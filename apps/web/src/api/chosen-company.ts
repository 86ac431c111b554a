const key = 'fieldledger.company'

/** The company this browser works in; the server picks the person's last one while none is chosen. */
export function chosenCompany(): string | undefined {
  return localStorage.getItem(key) ?? undefined
}

export function chooseCompany(companyId: string | undefined): void {
  if (companyId === undefined) localStorage.removeItem(key)
  else localStorage.setItem(key, companyId)
}
