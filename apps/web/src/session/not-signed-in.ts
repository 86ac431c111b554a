import { messages } from '../api/messages.ts'

export class NotSignedIn extends Error {
  readonly code = 'not-signed-in'
  readonly retryable = false

  constructor() {
    super(messages.signInAgain)
    this.name = 'NotSignedIn'
  }
}
