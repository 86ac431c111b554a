/** Why a step failed; `retryable` = the same step may go well another time. */
export interface StepError {
  code: string
  message: string
  retryable: boolean
}

/** Where a run stands. In the branches of a split there are several; each waits for its own tasks, effects and times. */
export interface Token {
  /** "1" from the start; a split makes "1.1", "1.2" … of it, which become "1" again where they meet. */
  id: string
  stepId: string
  visit: number
  /** When it came to this step, or to its turn there, by the server's clock. */
  since: Date
  /** The waiting step asked to be looked at again then. */
  wakeAt?: Date
  /** Since when it has waited for its turn; the step itself has not begun. */
  heldSince?: Date
  /** What the waiting step noted for the next time that it is looked at. */
  memo?: Readonly<Record<string, unknown>>
  /** Arrived where branches meet, which it leaves by this outlet as soon as the others have come. */
  meets?: string
  /** Failures of this visit. */
  failures?: number
  /** How often a person tried it again after a failure that surely came to nothing. */
  triedAnew?: number
  /** It failed and is tried again then, not before. */
  retryAt?: Date
  /** Set aside for a person; the other tokens go on. */
  error?: StepError
}

export const firstTokenId = '1'
