import type { Run, StepResult } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { type KeptResult, keptResult, nameOf, type ResultRow, resultRows } from './result-rows.ts'

/** What the first steps of a run left, in the run's own row: a row of its own costs the database more than what it holds. */
export interface ResultsInRun {
  results?: KeptResult[]
  /** Begins what was written last: the same walk written twice is found out by it. */
  latestResult?: string
}

interface Left {
  run: Pick<Run, 'id' | 'startedAt'>
  visits: Run['visits']
  results: readonly StepResult[]
}

/** A run is read and written whole, so it stays small; a long loop, or a step that is tried again and again, leaves rows. */
const mostVisits = 30

/** What stands in a run is forgotten all at once: see `forget-results.ts`. */
export const longestInRunMs = 86_400_000

/** What goes into the run with these results; undefined = they are rows of their own, or there are none. */
export function resultsInRun(left: Left): Required<ResultsInRun> | undefined {
  const [first] = left.results
  if (first === undefined || !standInRun(left)) return undefined
  return { results: left.results.map(keptResult), latestResult: nameOf(first) }
}

/** The rows for what does not go into its run. */
export function resultsBeside(scope: CompanyScope, left: Left): ResultRow[] {
  return standInRun(left) ? [] : resultRows(scope, left.results)
}

export function resultsOfRun({
  _id: runId,
  submissionId,
  results = [],
}: ResultsInRun & { _id: string; submissionId: string }): StepResult[] {
  return results.map((result) => ({ ...result, runId, submissionId }))
}

function standInRun({ run, visits, results }: Left): boolean {
  let visited = 0
  for (const stepId in visits) visited += visits[stepId] ?? 0
  if (visited > mostVisits) return false
  const latest = run.startedAt.getTime() + longestInRunMs
  return results.every(({ failure, at }) => failure === undefined && at.getTime() <= latest)
}
