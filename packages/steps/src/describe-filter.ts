import type { ConnectionSummary, SubmissionFilter } from '@fieldledger/workflow'

/** "approved forms that QuickBooks does not have yet" */
export function describeFilter(filter: SubmissionFilter, connections: readonly ConnectionSummary[]): string {
  const { statuses, notYetIn, atLeastDaysOld, atMostDaysOld } = filter
  const connection = connections.find(({ id }) => id === notYetIn)
  const age = [
    ...(atLeastDaysOld === undefined ? [] : [`at least ${daysOld(atLeastDaysOld)}`]),
    ...(atMostDaysOld === undefined ? [] : [`at most ${daysOld(atMostDaysOld)}`]),
  ]
  return [
    `${statuses.join(' or ')} forms`,
    ...(connection === undefined ? [] : [`that ${connection.providerLabel} does not have yet`]),
    ...(age.length === 0 ? [] : [age.join(' and ')]),
  ].join(' ')
}

function daysOld(days: number): string {
  return days === 1 ? '1 day old' : `${days} days old`
}
