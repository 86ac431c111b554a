import type { SubmissionFilter } from '@fieldledger/workflow'
import type { RuntimeStore } from '../ports/store.ts'
import { resolveMatch } from './resolve-match.ts'

/** Servers' clocks differ: a form that was submitted a moment ago has been submitted. */
const clockSkewMs = 5 * 60_000

/** Those of these forms that a filter takes. */
export async function fittingForms(
  store: Pick<RuntimeStore, 'matches'>,
  of: { filter: SubmissionFilter; ids: readonly string[]; formId: string; now: Date; zone: string },
): Promise<Set<string>> {
  const { filter, ids, formId, now, zone } = of
  if (ids.length === 0) return new Set()
  const match = resolveMatch(filter, { formId, now, zone })
  const open = filter.atLeastDaysOld === undefined
  const to = open ? new Date(now.getTime() + clockSkewMs) : match.to
  const page = await store.matches.matching({
    match: { ...match, to },
    after: '',
    limit: ids.length,
    only: ids,
  })
  return new Set(page.ids)
}
