import type { StepResult } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { type Stored, toEntity } from './record.ts'

export type KeptResult = Omit<StepResult, 'id' | 'runId' | 'submissionId'>

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

export function resultsIn(row: ResultRow | Stored<StepResult>): StepResult[] {
  // Before results shared a row.
  if (!('results' in row)) return [toEntity<StepResult>(row)]
  const { _id, runId, submissionId } = row
  return row.results.map((result, position) => ({ ...result, id: `${_id}-${position}`, runId, submissionId }))
}

export function keptResult({
  id: _id,
  runId: _run,
  submissionId: _submission,
  ...result
}: StepResult): KeptResult {
  return result
}

/** Of what begins with this result: a visit ends in this way once. */
export function nameOf({ runId, stepId, visit, outcome, failure }: StepResult): string {
  return [runId, stepId, visit, outcome, failure ?? ''].join('|')
}
