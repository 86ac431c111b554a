import type { Recipients } from '../people/role.ts'
import type { FormEvent } from './form-event.ts'
import type { GivenValue, SubmittedValue } from './given-value.ts'
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

/** A workflow that another system starts, by a signed message, for the forms that the message names. */
export interface MessageStart {
  on: 'message'
  /** Where the message says which form: its number or id, or a list of them. */
  form: string
  /** A form that does not fit is not started. */
  filter: SubmissionFilter
  /** What later steps may use of the message. */
  values: readonly GivenValue[]
  /** The message names no form, it is one: which of its values goes into which field. */
  submits?: readonly SubmittedValue[]
  paused: boolean
}

/** A workflow that a person starts for forms of their choice. */
export interface HandStart {
  on: 'hand'
  /** A chosen form that does not fit is skipped. */
  filter: SubmissionFilter
  /** Who reads the summary beside whoever started it. */
  tell: Recipients
}

/** A workflow that starts by what happens to a form of its kind. */
export interface EventStart {
  on: 'event'
  events: readonly FormEvent[]
  /** Of label changes only those to this one. */
  label?: string
  paused: boolean
}

/** What makes a workflow begin; a trigger says it from its config. */
export type Start = ScheduledStart | MessageStart | HandStart | EventStart | { on: 'submit' }
