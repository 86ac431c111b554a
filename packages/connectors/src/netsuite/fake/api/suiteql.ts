import { textOf } from '../../../fake-service/json.ts'
import { runSuiteQl } from '../query/run-suiteql.ts'
import { refuse } from '../refusals.ts'
import type { Answer } from './answer.ts'
import { bodyOf, type Call, pageOf, windowOf } from './call.ts'

/** Nothing is answered without `Prefer: transient`, and what lies beyond the most rows of a query is not told at all. */
export function answerSuiteQl(call: Call): Answer {
  const preferences = (call.request.get('prefer') ?? '').split(/[\s,;]+/)
  if (!preferences.includes('transient'))
    throw refuse.header({
      detail:
        "The required request header 'Prefer' is missing or its value is invalid. Use the value 'transient'.",
      header: 'Prefer',
    })
  const query = textOf(bodyOf(call).q)
  if (query === undefined) throw refuse.search('Search error occurred: The query q is missing.')
  const window = windowOf(call)
  const address = `${call.origin}/services/rest/query/v1/suiteql`
  const { rows, show } = runSuiteQl(call.company, query)
  const told = rows.slice(0, call.company.settings.mostQueryRows)
  return { status: 200, body: pageOf(address, { rows: told, show, window }) }
}
