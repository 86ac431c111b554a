import type { ProviderSettings } from '@fieldledger/accounting'
import type { Environment, ListedConnector } from './listed-connector.ts'
import { ProviderNotConfigured } from './provider-not-configured.ts'

/** What a composition root knows of the server's settings. */
export interface ServerSettings {
  /** `FIELDLEDGER_<PROVIDER>_<ENVIRONMENT>_{BASE_URL,AUTH_URL,CLIENT_ID,CLIENT_SECRET,CERTIFICATE_ID,PRIVATE_KEY,WEBHOOK_SECRET}` as set. */
  providers: Readonly<Record<string, string>>
  /** Port of the practice ledgers on this machine. */
  sandboxPort: number
  /** FIELDLEDGER_PUBLIC_URL: where the provider sends the browser back to. */
  publicUrl: string
}

const practiceWebhookSecret = 'practice-webhook-secret'
const practiceClient = { id: 'practice-client', secret: 'practice-secret' }

/** Addresses and client of one provider in one environment. Never from a request. */
export function providerSettings(
  connector: Pick<ListedConnector, 'id' | 'label' | 'hosts'>,
  server: ServerSettings & { environment: Environment },
): ProviderSettings {
  const { environment, publicUrl } = server
  const isPractice = environment === 'practice'
  const defaults = isPractice ? practiceHosts(connector.id, server.sandboxPort) : connector.hosts[environment]
  const read = (name: string) => settingOf(server.providers, settingName(connector.id, { environment, name }))
  const baseUrl = plainUrl(read('BASE_URL') ?? defaults.baseUrl)
  const authUrl = plainUrl(read('AUTH_URL') ?? (isPractice ? baseUrl : defaults.authUrl))
  // The practice books are pages for people, as the consent page is: both are where browsers find the sandbox.
  const booksUrl = isPractice ? `${authUrl}/app` : defaults.booksUrl
  const clientId = read('CLIENT_ID') ?? (isPractice ? practiceClient.id : undefined)
  const clientSecret = read('CLIENT_SECRET') ?? (isPractice ? practiceClient.secret : undefined)
  if (clientId === undefined || clientSecret === undefined)
    throw new ProviderNotConfigured(
      `${connector.label} (${environment}) has no client here. Set ${settingName(connector.id, { environment, name: 'CLIENT_ID' })} and …_CLIENT_SECRET, then restart.`,
    )
  if (!isPractice) for (const url of [baseUrl, authUrl, booksUrl]) refuseUnlessHttps(url)
  const redirectUrl = `${plainUrl(publicUrl)}/api/v1/connections/callback/${connector.id}`
  const webhookSecret = read('WEBHOOK_SECRET') ?? (isPractice ? practiceWebhookSecret : undefined)
  const certificate = certificateOf(read, (name) => settingName(connector.id, { environment, name }))
  return {
    baseUrl,
    authUrl,
    booksUrl,
    clientId,
    clientSecret,
    redirectUrl,
    ...(webhookSecret === undefined ? {} : { webhookSecret }),
    ...(certificate === undefined ? {} : { certificate }),
  }
}

/** Both or neither. Line breaks of the key may be written as \n, since a variable is often one line. */
function certificateOf(
  read: (name: string) => string | undefined,
  called: (name: string) => string,
): ProviderSettings['certificate'] {
  const id = read('CERTIFICATE_ID')
  const privateKey = read('PRIVATE_KEY')?.replaceAll('\\n', '\n')
  if (id === undefined && privateKey === undefined) return undefined
  if (id === undefined || !privateKey?.startsWith('-----BEGIN PRIVATE KEY-----'))
    throw new ProviderNotConfigured(
      `A certificate needs its id and its private key (PKCS#8, beginning with -----BEGIN PRIVATE KEY-----). Set ${called('CERTIFICATE_ID')} and …_PRIVATE_KEY, then restart.`,
    )
  return { id, privateKey }
}

/** The origins that alone may be http or on this machine: what the egress is allowed for practice. */
export function practiceOrigins(
  connectors: readonly Pick<ListedConnector, 'id' | 'label' | 'hosts'>[],
  server: ServerSettings,
): string[] {
  const origins = connectors.map(
    (connector) =>
      new URL(providerSettings(connector, { ...server, environment: 'practice' }).baseUrl).origin,
  )
  return [...new Set(origins)]
}

export function settingName(provider: string, of: { environment: Environment; name: string }): string {
  const upper = (text: string) => text.replaceAll('-', '_').toUpperCase()
  return `FIELDLEDGER_${upper(provider)}_${upper(of.environment)}_${of.name}`
}

function practiceHosts(provider: string, sandboxPort: number) {
  const url = `http://127.0.0.1:${sandboxPort}/${provider}`
  return { baseUrl: url, authUrl: url, booksUrl: `${url}/app` }
}

function settingOf(providers: Readonly<Record<string, string>>, name: string): string | undefined {
  const value = Object.hasOwn(providers, name) ? providers[name]?.trim() : undefined
  return value === '' ? undefined : value
}

function plainUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ProviderNotConfigured(`“${url}” is no web address. Correct the server setting, then restart.`)
  return url.replace(/\/+$/, '')
}

function refuseUnlessHttps(url: string): void {
  if (!url.startsWith('https://'))
    throw new ProviderNotConfigured(
      `${url} is not https, and only practice may do without. Correct the server setting, then restart.`,
    )
}
