import type { TimelineEntry } from '@fieldledger/workflow'
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

/**
 * What goes into the form; none = they are rows of their own. What the daily e-mail counts is found by an index of rows;
 * what a step stamps once, however often it is looked at, is refused the second time by another. A run ends once: what it
 * stamps then is fenced by its state.
 */
export function stampsInForm({
  after,
  stamps,
  at,
}: Pick<Written, 'after' | 'stamps' | 'at'>): StampsTogether[] {
  if (after + stamps.length > mostInForm) return []
  if (stamps.some(({ once, code }) => once !== undefined && code !== 'finished')) return []
  const together = stampsTogether({ after, stamps, at })
  return together.some(({ code }) => code !== undefined) ? [] : together
}

/** The rows for what does not go into its form. */
export function stampsBeside(written: Written): TimelineRow[] {
  return stampsInForm(written).length > 0 ? [] : timelineRows(written)
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
