import type { Recipients } from '../people/role.ts'
import type { Recurrence } from './recurrence.ts'
import type { SubmissionFilter } from './submission-filter.ts'

/** A workflow that starts by the clock, for every form that fits. */
export interface ScheduledStart {
  on: 'clock'
  recurrence: Recurrence
  /** Default: the company's. */
  timeZone?: string
  filter: SubmissionFilter
  /** Who reads the summary. */
  tell: Recipients
  paused: boolean
}

/** What makes a workflow begin; a trigger says it from its config. */
export type Start = ScheduledStart | { on: 'submit' }
