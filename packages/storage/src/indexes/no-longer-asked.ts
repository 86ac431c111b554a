import type { Database } from '../scope/connect-database.ts'
import { dropIndexes, type IndexName } from './drop-indexes.ts'

/** Indexes that left the schemas: each write would still pay for them, and the last one refuses the rows of today. */
const gone: readonly IndexName[] = [
  ['runs', 'claimToken_1'],
  ['effects', 'claimToken_1'],
  ['stepResults', 'companyId_1_runId_1_stepId_1_visit_1_outcome_1_failure_1'],
]

export async function noLongerAsked(database: Database): Promise<void> {
  await dropIndexes(database, gone)
}
