import type { Database } from '../scope/connect-database.ts'

const indexNotFound = 27

/** One visit may fail several times: the index that allowed one failure goes, the schema's own stands already. */
export async function failuresByNumber({ connection }: Database): Promise<void> {
  await connection
    .collection('stepResults')
    .dropIndex('companyId_1_runId_1_stepId_1_visit_1_outcome_1')
    .catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === indexNotFound)) throw error
    })
}
