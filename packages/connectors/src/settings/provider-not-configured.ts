/** The server's settings for a provider are missing or cannot be used. */
export class ProviderNotConfigured extends Error {
  readonly code = 'provider-not-configured'
  readonly retryable = false

  constructor(message: string) {
    super(message)
    this.name = 'ProviderNotConfigured'
  }
}
