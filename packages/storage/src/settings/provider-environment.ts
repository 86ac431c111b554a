/** Provider settings are known by their shape, FIELDLEDGER_<PROVIDER>_<ENVIRONMENT>_<WHAT>, never by a provider's name. */
const shape =
  /^FIELDLEDGER_([A-Z0-9_]+)_(PRACTICE|SANDBOX|PRODUCTION)_(BASE_URL|AUTH_URL|CLIENT_ID|CLIENT_SECRET|CERTIFICATE_ID|PRIVATE_KEY|WEBHOOK_SECRET)$/

export type ProviderEnvironment = 'practice' | 'sandbox' | 'production'
export type ProviderSetting =
  | 'baseUrl'
  | 'authUrl'
  | 'clientId'
  | 'clientSecret'
  | 'certificateId'
  | 'privateKey'
  | 'webhookSecret'

const whats: Record<string, ProviderSetting> = {
  BASE_URL: 'baseUrl',
  AUTH_URL: 'authUrl',
  CLIENT_ID: 'clientId',
  CLIENT_SECRET: 'clientSecret',
  CERTIFICATE_ID: 'certificateId',
  PRIVATE_KEY: 'privateKey',
  WEBHOOK_SECRET: 'webhookSecret',
}
const environments: Record<string, ProviderEnvironment> = {
  PRACTICE: 'practice',
  SANDBOX: 'sandbox',
  PRODUCTION: 'production',
}

export interface ProviderVariable {
  provider: string
  environment: ProviderEnvironment
  setting: ProviderSetting
}

export function readProviderVariable(name: string): ProviderVariable | undefined {
  const [, provider, environmentWord, what] = shape.exec(name) ?? []
  const environment = environments[environmentWord ?? '']
  const setting = whats[what ?? '']
  if (!provider || !environment || !setting) return undefined
  return { provider: provider.toLowerCase().replaceAll('_', '-'), environment, setting }
}
