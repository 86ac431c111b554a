import type { Database } from '../scope/connect-database.ts'

const indexNotFound = 27

/** Indexes that left the schemas: each write would still pay for them, and the last one refuses the rows of today. */
const gone: readonly [collection: string, index: string][] = [
  ['runs', 'claimToken_1'],
  ['effects', 'claimToken_1'],
  ['stepResults', 'companyId_1_runId_1_stepId_1_visit_1_outcome_1_failure_1'],
]

export async function noLongerAsked({ connection }: Database): Promise<void> {
  for (const [collection, index] of gone)
    await connection
      .collection(collection)
      .dropIndex(index)
      .catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === indexNotFound)) throw error
      })
}
