import type { SubmissionFilter } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import type { SubmissionMatch } from '../ports/trigger-store.ts'

/** A filter at one moment: ages become instants, in days of the company's calendar. */
export function resolveMatch(
  filter: SubmissionFilter,
  at: { formId: string; now: Date; zone: string },
): SubmissionMatch {
  const now = DateTime.fromJSDate(at.now, { zone: at.zone })
  const { statuses, notYetIn, atLeastDaysOld, atMostDaysOld } = filter
  return {
    formId: at.formId,
    statuses,
    ...(notYetIn === undefined ? {} : { notYetIn }),
    ...(atMostDaysOld === undefined ? {} : { from: now.minus({ days: atMostDaysOld }).toJSDate() }),
    to: atLeastDaysOld === undefined ? at.now : now.minus({ days: atLeastDaysOld }).toJSDate(),
  }
}
