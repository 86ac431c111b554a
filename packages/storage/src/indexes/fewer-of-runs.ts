import type { Database } from '../scope/connect-database.ts'
import { dropIndexes, type IndexName } from './drop-indexes.ts'

/**
 * Three indexes answer what these six did. A server of the version before still claims by one of them. Where it looks for
 * what a dead worker held, or lists runs of whatever state, it reads more and answers the same; only its figures of work
 * fail meanwhile, which name one of the six.
 */
const replaced: readonly IndexName[] = [
  ['runs', 'dueAt_1'],
  ['runs', 'claimedBy_1'],
  ['runs', 'companyId_1_state_1_startedAt_-1'],
  ['runs', 'companyId_1_startedAt_-1__id_-1'],
  ['runs', 'companyId_1_tokens.error.code_1'],
  ['runs', 'companyId_1_tokens.memo.zone_1'],
]

export async function fewerOfRuns(database: Database): Promise<void> {
  await dropIndexes(database, replaced)
}
