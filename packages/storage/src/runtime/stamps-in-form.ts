import type { TimelineEntry } from '@fieldledger/workflow'
import { isCounted } from '../digest/daily-stamps-index.ts'
import {
  entriesIn,
  type StampsTogether,
  stampsTogether,
  type TimelineRow,
  timelineRows,
} from './timeline-rows.ts'

/** The first stamps of a form, in the form's own row: a row of their own costs the database more than what it holds. */
export interface StampsInForm {
  firstStamps?: StampsTogether[]
}

type Written = Parameters<typeof timelineRows>[0]

/** A form is read whole, so it stays small: later stamps are rows. */
const mostInForm = 40

/** What goes into the form; none = they are rows of their own. */
export function stampsInForm(written: Pick<Written, 'after' | 'stamps' | 'at'>): StampsTogether[] {
  return standInForm(written) ? stampsTogether(written) : []
}

/** The rows for what does not go into its form. */
export function stampsBeside(written: Written): TimelineRow[] {
  return standInForm(written) ? [] : timelineRows(written)
}

/**
 * What the daily e-mail counts is found by an index of rows; what a step stamps once, however often it is looked at, is
 * refused the second time by another. A run ends once: what it stamps then is fenced by its state.
 */
function standInForm({ after, stamps }: Pick<Written, 'after' | 'stamps'>): boolean {
  if (after + stamps.length > mostInForm) return false
  return !stamps.some(({ code, once }) => isCounted(code) || (once !== undefined && code !== 'finished'))
}

export function onceIn(together: readonly StampsTogether[]): string[] {
  return together.flatMap(({ once }) => once ?? [])
}

export function entriesOfForm({
  _id: submissionId,
  firstStamps = [],
}: StampsInForm & { _id: string }): TimelineEntry[] {
  return firstStamps.flatMap((together) =>
    entriesIn({ ...together, _id: `${submissionId}-${together.seq}`, companyId: '', submissionId }),
  )
}
