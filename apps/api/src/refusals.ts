import type { ProblemDetails } from '@fieldledger/contract'

type Conflict = NonNullable<ProblemDetails['conflict']>
type PlacedError = NonNullable<ProblemDetails['errors']>[number]

/** Base of what the door itself refuses; `message` ends in what to do. */
export abstract class Refusal extends Error {
  abstract readonly code: string
  abstract readonly status: number
  readonly retryable: boolean = false

  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}

export class NotSignedIn extends Refusal {
  readonly code = 'not-signed-in'
  readonly status = 401

  constructor() {
    super('You are not signed in, or your session has ended: sign in again.')
  }
}

export class NotAllowed extends Refusal {
  readonly code = 'not-allowed'
  readonly status = 403

  constructor() {
    super('Your role does not allow this: ask an administrator of your company.')
  }
}

export class KeyNotAllowed extends Refusal {
  readonly code = 'key-not-allowed'
  readonly status = 403

  constructor() {
    super('This API key does not allow this: make one with the permission that it needs.')
  }
}

/** The same words whether it never was, belongs to another company, or may not be seen. */
export class Missing extends Refusal {
  readonly code = 'not-found'
  readonly status = 404

  constructor() {
    super('This does not exist, or is not yours to see: go back to the list.')
  }
}

/** A message of another system that we cannot believe. */
export class SignatureRefused extends Refusal {
  readonly code = 'signature-refused'
  readonly status = 401
}

export class WrongOrigin extends Refusal {
  readonly code = 'wrong-origin'
  readonly status = 403

  constructor() {
    super('This request did not come from Fieldledger’s own pages: open Fieldledger and try again there.')
  }
}

export class BadRequest extends Refusal {
  readonly code = 'bad-request'
  readonly status = 400
  readonly errors: readonly PlacedError[]

  constructor(errors: readonly PlacedError[]) {
    super(
      `The request is not as this address asks (${errors[0]?.message ?? 'unreadable'}): correct it and send it again.`,
    )
    this.errors = errors
  }
}

export class HostileInput extends Refusal {
  readonly code = 'input-refused'
  readonly status = 400

  constructor(place: { path: string; why: string }) {
    super(`The request has ${place.why} at ${place.path || 'its top'}: remove it and send it again.`)
  }
}

export class TooMuch extends Refusal {
  readonly code: string = 'too-large'
  readonly status = 413
}

export class TooOften extends Refusal {
  readonly code = 'too-often'
  readonly status = 429
  override readonly retryable = true

  constructor(wait = 'a quarter of an hour') {
    super(`There were too many attempts from here: wait ${wait}, then try again.`)
  }
}

/** Honest under a flood: nothing was taken, and when to come again is said. */
export class Overloaded extends Refusal {
  readonly code = 'overloaded'
  readonly status = 503
  override readonly retryable = true
  readonly retryAfterSeconds = 2

  constructor() {
    super('More forms arrive than can be worked on: nothing was taken, send it again in a few seconds.')
  }
}

export class StaleDraft extends Refusal {
  readonly code = 'stale-draft'
  readonly status = 409
  readonly conflict: Conflict

  constructor(conflict: Conflict) {
    super(`${conflict.by} changed this meanwhile: look at the changes, then take theirs or save yours again.`)
    this.conflict = conflict
  }
}

/** A rule of the domain says no; the sentence comes from there. */
export class Unfitting extends Refusal {
  readonly code: string
  readonly status: number
  readonly errors: readonly PlacedError[]

  constructor(refused: {
    code: string
    message: string
    status?: 409 | 422
    errors?: readonly PlacedError[]
  }) {
    super(refused.message)
    this.code = refused.code
    this.status = refused.status ?? 422
    this.errors = refused.errors ?? []
  }
}
