import type { ProviderHosts } from '../settings/listed-connector.ts'

/** Reference §1.1: hosts of the API, of the consent page, and of the books that people open in a browser. */
export const hosts: ProviderHosts = {
  sandbox: {
    baseUrl: 'https://sandbox-quickbooks.api.intuit.com',
    authUrl: 'https://appcenter.intuit.com',
    booksUrl: 'https://app.sandbox.qbo.intuit.com/app',
  },
  production: {
    baseUrl: 'https://quickbooks.api.intuit.com',
    authUrl: 'https://appcenter.intuit.com',
    booksUrl: 'https://app.qbo.intuit.com/app',
  },
}

/** Intuit serves consent, tokens and revocation from three hosts; anyone else from one. */
export function authEndpoints(authUrl: string) {
  const isIntuit = authUrl === hosts.production.authUrl
  return {
    authorizeEndpoint: `${authUrl}/connect/oauth2`,
    tokenEndpoint: `${isIntuit ? 'https://oauth.platform.intuit.com' : authUrl}/oauth2/v1/tokens/bearer`,
    revokeEndpoint: `${isIntuit ? 'https://developer.api.intuit.com' : authUrl}/v2/oauth2/tokens/revoke`,
  }
}
