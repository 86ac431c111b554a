export class NotConnected extends Error {
  readonly code = 'not-connected'
  readonly retryable = true

  constructor() {
    super('The database is not connected yet: wait a moment, then try again.')
    this.name = 'NotConnected'
  }
}
