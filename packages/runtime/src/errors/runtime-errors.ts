import type { FieldError } from '@fieldledger/forms'

/** Base of what a use case refuses. `message` is a sentence that ends in what to do. */
export abstract class RuntimeRefusal extends Error {
  abstract readonly code: string
  readonly retryable: boolean = false
  /** What the API answers with. */
  readonly status: number = 409

  constructor(message: string) {
    super(message)
    this.name = new.target.name
  }
}

export class SubmissionRefused extends RuntimeRefusal {
  readonly code = 'submission-refused'
  override readonly status = 422
  readonly errors: readonly FieldError[]

  constructor(errors: readonly FieldError[]) {
    super('Some fields are not filled in as the form asks: correct them and submit again.')
    this.errors = errors
  }
}

export class NotFound extends RuntimeRefusal {
  readonly code = 'not-found'
  override readonly status = 404

  constructor(what: string) {
    super(`This ${what} does not exist, or is not yours to see: go back to the list.`)
  }
}

export class CannotBeMadeFrom extends RuntimeRefusal {
  readonly code = 'cannot-be-made-from'
  override readonly status = 422

  constructor() {
    super('This form cannot be made from that one: open the approved order and use its buttons.')
  }
}

export class FormNotPublished extends RuntimeRefusal {
  readonly code = 'form-not-published'

  constructor() {
    super('This version of the form is not published: load the form again, then submit.')
  }
}

/** A workflow cannot be started for these forms. */
export class BatchRefused extends RuntimeRefusal {
  readonly code = 'batch-refused'
  override readonly status = 422
}

/** The books of a month are not compared now, or an entry is not set aside so. */
export class ReconcileRefused extends RuntimeRefusal {
  readonly code = 'reconcile-refused'
}

export class StaleSubmission extends RuntimeRefusal {
  readonly code = 'stale-submission'

  constructor() {
    super('Somebody else changed this form meanwhile: load it again, then repeat your change.')
  }
}

export class StatusForbids extends RuntimeRefusal {
  readonly code = 'status-forbids'

  constructor(place: { what: string; status: string }) {
    super(`A form that is ${place.status} cannot be ${place.what}: look at its timeline to see why.`)
  }
}

/** It became several orders, which go their own ways. */
export class SplitForbids extends RuntimeRefusal {
  readonly code = 'split-forbids'

  constructor({
    what,
    parts,
    form = 'This form',
  }: {
    what: string
    parts: readonly string[]
    form?: string | undefined
  }) {
    super(
      `${form} was split into ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, which go their own ways: open each of them to ${what} it.`,
    )
  }
}

export class TaskAlreadyDecided extends RuntimeRefusal {
  readonly code = 'task-already-decided'

  constructor() {
    super('Somebody decided this task already: load the page again to see how.')
  }
}

export class HandOverRefused extends RuntimeRefusal {
  readonly code = 'hand-over-refused'
}

export class NotYourTask extends RuntimeRefusal {
  readonly code = 'not-your-task'
  override readonly status = 403

  constructor() {
    super('This task is for somebody else: ask one of the people it names.')
  }
}

export class DecisionRefused extends RuntimeRefusal {
  readonly code = 'decision-refused'
  override readonly status = 422
}

export class NothingToSend extends RuntimeRefusal {
  readonly code = 'nothing-to-send'
}

export class NoConnection extends RuntimeRefusal {
  readonly code = 'no-connection'

  constructor() {
    super('There is no active connection to this ledger: connect it under Connections, then send again.')
  }
}

export class EffectNotResolvable extends RuntimeRefusal {
  readonly code = 'effect-not-resolvable'
}

export class VendorNotCreatable extends RuntimeRefusal {
  readonly code = 'vendor-not-creatable'
}

export class RemoteRecordRefused extends RuntimeRefusal {
  readonly code = 'remote-record-refused'
  override readonly status = 422
}

export class RunNotPausable extends RuntimeRefusal {
  readonly code = 'run-not-pausable'

  constructor() {
    super('This run is not in that state any more: load the page again to see where it stands.')
  }
}

/** One run of a workflow walks a form at a time. */
export class AnotherRunUnderWay extends RuntimeRefusal {
  readonly code = 'another-run-under-way'

  constructor() {
    super(
      'Another run of this workflow is under way with this form: wait until that one is over, or stop one of the two.',
    )
  }
}

export class ReplayRefused extends RuntimeRefusal {
  readonly code = 'replay-refused'
  override readonly status = 422
}

export class RunIsPaused extends RuntimeRefusal {
  readonly code = 'run-is-paused'

  constructor() {
    super('This run is paused: resume it, then try what failed again.')
  }
}

export class RunNotRetryable extends RuntimeRefusal {
  readonly code = 'run-not-retryable'

  constructor() {
    super('This run does not wait for a person any more: load the page again to see where it stands.')
  }
}
