import type { ProviderHosts } from '../settings/listed-connector.ts'

/** Reference §2.1. Xero has no sandbox host: people connect their Demo Company instead. */
const addresses = {
  baseUrl: 'https://api.xero.com',
  authUrl: 'https://login.xero.com',
  booksUrl: 'https://go.xero.com',
}

export const hosts: ProviderHosts = { sandbox: addresses, production: addresses }

/** Xero serves consent from one host, tokens and revocation from another; anyone else from one. */
export function authEndpoints(authUrl: string) {
  const identity = authUrl === addresses.authUrl ? 'https://identity.xero.com' : authUrl
  return {
    authorization_endpoint: `${authUrl}/identity/connect/authorize`,
    token_endpoint: `${identity}/connect/token`,
    revocation_endpoint: `${identity}/connect/revocation`,
  }
}
