import { apiBase } from './api.ts'
import { chosenCompany } from './chosen-company.ts'

/** What the browser fetches by itself, a file or a module, goes without our headers: its address names the company. */
export function plainAddress(path: string): string {
  const company = chosenCompany()
  if (company === undefined) return `${apiBase}${path}`
  return `${apiBase}${path}${path.includes('?') ? '&' : '?'}company=${encodeURIComponent(company)}`
}
