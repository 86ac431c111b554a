import { messages } from './messages.ts'

/** The request did not reach the server, or no answer came back. */
export class NoConnection extends Error {
  readonly code = 'no-connection'
  readonly retryable = true

  constructor() {
    super(messages.noConnection)
    this.name = 'NoConnection'
  }
}
