import type { Database } from '../scope/connect-database.ts'
import { dropIndexes } from './drop-indexes.ts'

/** One visit may fail several times: the index that allowed one failure goes, the schema's own stands already. */
export async function failuresByNumber(database: Database): Promise<void> {
  await dropIndexes(database, [['stepResults', 'companyId_1_runId_1_stepId_1_visit_1_outcome_1']])
}
