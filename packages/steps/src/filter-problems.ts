import type { ConnectionSummary, Problem, SubmissionFilter } from '@fieldledger/workflow'
import { problemAt } from './problem-at.ts'

/** What keeps a filter over submissions from finding anything. */
export function filterProblems(
  filter: SubmissionFilter,
  connections: readonly ConnectionSummary[],
): Problem[] {
  const { statuses, notYetIn, atLeastDaysOld, atMostDaysOld } = filter
  const found: Problem[] = []
  if (statuses.length === 0)
    found.push(
      problemAt('filter.statuses', {
        code: 'no-status',
        message: 'Choose which forms start: at least one status.',
      }),
    )
  if (notYetIn !== undefined && !connections.some(({ id }) => id === notYetIn))
    found.push(
      problemAt('filter.notYetIn', {
        code: 'connection-gone',
        message: 'The ledger of this filter is gone: choose another one.',
      }),
    )
  if (atLeastDaysOld !== undefined && atMostDaysOld !== undefined && atLeastDaysOld > atMostDaysOld)
    found.push(
      problemAt('filter.atMostDaysOld', {
        code: 'no-age-fits',
        message: 'No form is that old and that young at once: change one of the ages.',
      }),
    )
  return found
}
