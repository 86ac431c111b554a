/** Base of every way in which an outgoing request fails without an answer. */
export abstract class EgressError extends Error {
  abstract readonly code: string
  abstract readonly retryable: boolean
  /** true = not one byte of the request was written: the other side cannot have acted on it. */
  abstract readonly nothingSent: boolean

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** The address is not one that we may call: not https, another origin, or not a public address. */
export class DestinationRefused extends EgressError {
  readonly code = 'destination-refused'
  readonly retryable = false
  readonly nothingSent = true
  readonly destination: string
  readonly reason: string

  constructor(destination: string, reason: string) {
    super(`Fieldledger does not call ${destination}: ${reason}. Correct the server setting for this address.`)
    this.destination = destination
    this.reason = reason
  }
}

/** Refused, unknown host, no TLS, or no connection in time. */
export class NeverConnected extends EgressError {
  readonly code = 'never-connected'
  readonly retryable = true
  readonly nothingSent = true

  constructor(origin: string, options?: ErrorOptions) {
    super(`No connection to ${origin} could be made. Check the network, then try again.`, options)
  }
}

/** Broken, too slow or too long after the first byte may have left: what the other side did is unknown. */
export class BrokenExchange extends EgressError {
  readonly code = 'broken-exchange'
  readonly retryable = true
  readonly nothingSent = false
  readonly reason: 'timeout' | 'reset' | 'too-long'

  constructor(origin: string, options: ErrorOptions & { reason: BrokenExchange['reason'] }) {
    super(`${origin} gave no whole answer (${options.reason}). Find out what it did before trying again.`, {
      cause: options.cause,
    })
    this.reason = options.reason
  }
}
