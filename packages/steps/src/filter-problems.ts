import type { ConnectionSummary, Problem, SubmissionFilter } from '@fieldledger/workflow'

/** What keeps a filter over submissions from finding anything. */
export function filterProblems(
  filter: SubmissionFilter,
  connections: readonly ConnectionSummary[],
): Problem[] {
  const { statuses, notYetIn, atLeastDaysOld, atMostDaysOld } = filter
  const found: Problem[] = []
  if (statuses.length === 0)
    found.push(problem('no-status', 'Choose which forms start: at least one status.', 'filter.statuses'))
  if (notYetIn !== undefined && !connections.some(({ id }) => id === notYetIn))
    found.push(
      problem('connection-gone', 'The ledger of this filter is gone: choose another one.', 'filter.notYetIn'),
    )
  if (atLeastDaysOld !== undefined && atMostDaysOld !== undefined && atLeastDaysOld > atMostDaysOld)
    found.push(
      problem(
        'no-age-fits',
        'No form is that old and that young at once: change one of the ages.',
        'filter.atMostDaysOld',
      ),
    )
  return found
}

function problem(code: string, message: string, place: string): Problem {
  return { code, severity: 'error', message, place }
}
