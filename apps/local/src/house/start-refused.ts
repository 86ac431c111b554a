/** Fieldledger cannot start here; the message is one sentence that ends in the way out. */
export class StartRefused extends Error {
  readonly code: string
  readonly retryable = false
  override readonly name = 'StartRefused'

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
