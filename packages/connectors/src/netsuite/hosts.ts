import type { ProviderHosts } from '../settings/listed-connector.ts'

/** Reference §3.1. Every account, and each of its sandboxes, has hosts of its own; consent begins at one for all. */
const addresses = {
  baseUrl: 'https://{company}.suitetalk.api.netsuite.com',
  authUrl: 'https://system.netsuite.com',
  booksUrl: 'https://{company}.app.netsuite.com/app',
}

export const hosts: ProviderHosts = { sandbox: addresses, production: addresses }

/** Consent is a page; tokens are given out by the account's own host. */
export function authEndpoints({ authUrl, baseUrl }: { authUrl: string; baseUrl: string }) {
  const oauth = `${baseUrl}/services/rest/auth/oauth2/v1`
  return {
    authorization_endpoint: `${authUrl}/app/login/oauth2/authorize.nl`,
    token_endpoint: `${oauth}/token`,
    revocation_endpoint: `${oauth}/revoke`,
  }
}
