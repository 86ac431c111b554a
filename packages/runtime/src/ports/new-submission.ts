import type { Submission } from '@fieldledger/forms'
import type { Stamp, TimelineActor } from '@fieldledger/workflow'
import type { Run, StepResult } from './run-store.ts'
import type { Hint } from './submission-store.ts'

/** What a submit writes. Its first revision is the submission itself, until a second one replaces it. */
export interface NewSubmission {
  submission: Submission
  run: Run | undefined
  /** Of the steps that were taken already. */
  results: readonly StepResult[]
  stamps: readonly (Stamp & { actor: TimelineActor })[]
  hints: readonly Hint[]
}
