import type { ProviderEnvironment } from './provider-environment.ts'
import type { HouseSettings, ProviderSettings } from './settings.ts'

/** Addresses and keys of one provider in one environment; practice defaults to the practice ledgers. */
export function providerSettings(options: {
  settings: HouseSettings
  provider: string
  environment: ProviderEnvironment
}): ProviderSettings {
  const { settings, provider, environment } = options
  const given = settings.providers[provider]?.[environment] ?? {}
  if (environment !== 'practice') return given
  const practiceLedger = `${settings.sandboxOrigin}/${provider}`
  return {
    baseUrl: practiceLedger,
    authUrl: practiceLedger,
    clientId: 'practice',
    clientSecret: 'practice',
    ...given,
  }
}
