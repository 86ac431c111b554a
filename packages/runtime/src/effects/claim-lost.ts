/** Somebody else owns the effect or the run now: whatever was done here is not written. */
export class ClaimLost extends Error {
  readonly code = 'claim-lost'
  readonly retryable = true

  constructor() {
    super('Another worker has taken this over: nothing is written here.')
    this.name = 'ClaimLost'
  }
}

/** Too much time passed since the claim: nothing is sent, it is claimed anew. */
export class ClaimStale extends Error {
  readonly code = 'claim-stale'
  readonly retryable = true

  constructor() {
    super('This worker was asleep for too long to send safely: the document is claimed anew.')
    this.name = 'ClaimStale'
  }
}
