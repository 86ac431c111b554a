import type { ProviderSettings } from './connector.ts'

/**
 * The addresses of one ledger company, where a ledger gives each of them hosts of its own: `{company}` in an address is
 * its id, written as host names are. An id that is no name for a host leads nowhere.
 */
export function settingsOfCompany(settings: ProviderSettings, companyId: string): ProviderSettings {
  const { baseUrl, booksUrl } = settings
  const name = companyId.toLowerCase().replaceAll('_', '-')
  const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name) ? name : 'unknown.invalid'
  const fill = (address: string) => address.replaceAll('{company}', label)
  return { ...settings, baseUrl: fill(baseUrl), booksUrl: fill(booksUrl) }
}
