import { type Cure, LedgerError } from './ledger-error.ts'

/** The access token was refused: refreshed once under the lease, then a person reconnects. */
export class AuthorisationExpired extends LedgerError {
  readonly code = 'authorisation-expired'
  readonly retryable = true
  override readonly cure = 'reconnect'
}

/** The ledger withdrew our access, or the refresh token is no longer good. */
export class ReconnectNeeded extends LedgerError {
  readonly code: string = 'reconnect-needed'
  readonly retryable = false
  override readonly cure = 'reconnect'
}

/** The consent stands, but reaches less far than is needed: its sentence names what was left out. */
export class PermissionMissing extends ReconnectNeeded {
  override readonly code = 'permission-missing'
}

export class RateLimited extends LedgerError {
  readonly code = 'rate-limited'
  readonly retryable = true
  override readonly costsNoAttempt = true
}

/** Refused before it was taken in (503 with Retry-After, no connection made). Nothing was committed. */
export class LedgerUnavailable extends LedgerError {
  readonly code = 'ledger-unavailable'
  readonly retryable = true
}

/** Time-out, reset, 500, 502, 504, crash: the document may or may not be there. */
export class OutcomeUnknown extends LedgerError {
  readonly code = 'outcome-unknown'
  readonly retryable = true
  override readonly outcomeUnknown = true
  override readonly cure = 'resolve-unknown'
}

/** A deterministic refusal of what we sent. */
export class DocumentRejected extends LedgerError {
  readonly code: string = 'document-rejected'
  readonly retryable: boolean = false
  override readonly cure: LedgerError['cure'] = 'edit-form'
}

/** Which hand cures a reference depends on what it refers to: `params.record` of the detail. */
const cureByRecord: Readonly<Record<string, Cure>> = {
  vendor: 'link-vendor',
  item: 'link-item',
  account: 'choose-account',
  class: 'edit-form',
  location: 'edit-form',
  term: 'edit-form',
  employee: 'edit-form',
  project: 'edit-form',
  // Its list is read again, and a form that names the one that is gone is told so.
  'tax code': 'check-connection',
}

export class DuplicateName extends DocumentRejected {
  override readonly code = 'duplicate-name'
  override readonly cure: Cure = cureByRecord[String(this.detail.params?.record)] ?? 'link-vendor'
}

export class DuplicateNumber extends DocumentRejected {
  override readonly code = 'duplicate-number'
  override readonly cure = 'change-number'
}

export class StaleRevision extends DocumentRejected {
  override readonly code = 'stale-revision'
  override readonly retryable = true
  override readonly cure = 'retry'
}

export class InactiveReference extends DocumentRejected {
  override readonly code = 'inactive-reference'
  override readonly cure: Cure = cureByRecord[String(this.detail.params?.record)] ?? 'link-item'
}

export class UnknownReference extends DocumentRejected {
  override readonly code = 'unknown-reference'
  override readonly cure: Cure = cureByRecord[String(this.detail.params?.record)] ?? 'link-item'
}

export class TooLong extends DocumentRejected {
  override readonly code = 'too-long'
  override readonly cure = 'shorten-name'
}

export class PeriodClosed extends DocumentRejected {
  override readonly code = 'period-closed'
}

export class WrongAccount extends DocumentRejected {
  override readonly code = 'wrong-account'
  override readonly cure = 'choose-account'
}

export class DocumentRemoved extends DocumentRejected {
  override readonly code = 'document-removed'
}

export class DocumentInUse extends DocumentRejected {
  override readonly code = 'document-in-use'
}

/** The ledger has no tax rate of this height for purchases. */
export class NoSuchTaxRate extends DocumentRejected {
  override readonly code = 'no-such-tax-rate'
}

/** The ledger's plan or our permission does not allow this document. */
export class NotAllowed extends DocumentRejected {
  override readonly code = 'not-allowed'
}

/** It is taken once a person has done something in the ledger, and then as it is. */
export class NotReadyThere extends DocumentRejected {
  override readonly code = 'not-ready-there'
  override readonly cure = 'retry'
}

/** The answer broke the provider's own contract: never trusted, never guessed. */
export class UnreadableAnswer extends LedgerError {
  readonly code = 'unreadable-answer'
  readonly retryable = true
  override readonly outcomeUnknown = true
  override readonly cure = 'resolve-unknown'
}
