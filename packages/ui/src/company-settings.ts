import { createContext, useContext } from 'react'

/** How dates and amounts are shown: the company's zone and the reader's language. */
export interface CompanySettings {
  timeZone: string
  locale: string
}

const CompanySettingsContext = createContext<CompanySettings>({ timeZone: 'UTC', locale: 'en' })

export const CompanySettingsProvider = CompanySettingsContext.Provider

export function useCompanySettings(): CompanySettings {
  return useContext(CompanySettingsContext)
}
