/** Undoes a checkpoint; never seen outside: the walk is repeated. */
export class StatusMoved extends Error {
  readonly code = 'status-moved'
  readonly retryable = true

  constructor() {
    super('Somebody else moved the status of the form meanwhile: the workflow looks at it again.')
    this.name = 'StatusMoved'
  }
}
