import type { StepResult } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'

export type KeptResult = Omit<StepResult, 'runId' | 'submissionId'>

/** What one checkpoint left, as one row, which never changes. */
export interface ResultRow {
  /** Says which visit it begins with, and how that ended: the same walk written twice would begin alike. */
  _id: string
  companyId: string
  runId: string
  submissionId: string
  results: KeptResult[]
  at: Date
}

/** Before results shared a row. */
export type LoneResult = StepResult & { _id: string; companyId: string }

/** The largest result is some kilobytes: so many stay far below what one row may hold. */
const most = 100

export function resultRows({ companyId }: CompanyScope, results: readonly StepResult[]): ResultRow[] {
  const rows: ResultRow[] = []
  for (let from = 0; from < results.length; from += most) {
    const own = results.slice(from, from + most)
    const [first] = own
    if (first === undefined) continue
    const { runId, submissionId, at } = first
    rows.push({ _id: nameOf(first), companyId, runId, submissionId, results: own.map(keptResult), at })
  }
  return rows
}

export function resultsIn(row: ResultRow | LoneResult): StepResult[] {
  if ('results' in row) {
    const { runId, submissionId } = row
    return row.results.map((result) => ({ ...result, runId, submissionId }))
  }
  const { _id, companyId: _company, ...result } = row
  return [result]
}

export function keptResult({ runId: _run, submissionId: _submission, ...result }: StepResult): KeptResult {
  return result
}

/** Of what begins with this result: a visit ends in this way once. */
export function nameOf({ runId, stepId, visit, outcome, failure }: StepResult): string {
  return [runId, stepId, visit, outcome, failure ?? ''].join('|')
}
