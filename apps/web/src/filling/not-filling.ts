/** A fault of ours: an input stands outside a form. */
export class NotFilling extends Error {
  readonly code = 'not-filling'
  readonly retryable = false

  constructor() {
    super('An input stands outside a form. Load the page again.')
    this.name = 'NotFilling'
  }
}
