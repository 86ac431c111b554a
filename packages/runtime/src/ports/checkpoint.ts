import type { Submission } from '@fieldledger/forms'
import type { Stamp, Task, TimelineActor } from '@fieldledger/workflow'
import type { Effect } from './effect-store.ts'
import type { RunStore } from './run-store.ts'
import type { Hint, SubmissionChange } from './submission-store.ts'

/** What a walk starts from. */
export interface WalkStart {
  /** false = the claim holds no more: the run was stopped, or somebody else walks it. */
  owned: boolean
  submission: Submission | undefined
  /** Of this run, oldest first. */
  tasks: readonly Task[]
  /** Of its submission. */
  effects: readonly Effect[]
}

/** What a walk writes when nothing of it has to be decided inside of the transaction. */
export interface Checkpoint {
  /** Conditional on the epoch of the claim. */
  run: Parameters<RunStore['checkpoint']>[0]
  /**
   * As it was read; its timeline is continued from there, or anew should it have grown meanwhile. `status`: where the walk
   * moved it, and then it must still be that.
   */
  submission: Pick<Submission, 'id' | 'formId' | 'timelineSeq'> & Partial<Pick<Submission, 'status'>>
  change?: SubmissionChange
  stamps: readonly (Stamp & { actor: TimelineActor })[]
  hints: readonly Hint[]
  work: boolean
  at: Date
}
