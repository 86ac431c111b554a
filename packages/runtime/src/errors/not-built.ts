export class NotBuilt extends Error {
  readonly code = 'not-built'
  readonly retryable = false

  constructor(what: string) {
    super(`${what} is being built: try again later.`)
    this.name = 'NotBuilt'
  }
}
