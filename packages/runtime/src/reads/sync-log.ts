import { companyScope } from '@fieldledger/workflow'
import type { StoredJournalEntry, SyncLogQuery } from '../ports/sync-log-reader.ts'
import type { UseCase } from '../use-case.ts'

export interface ReadSyncLog extends UseCase, Partial<SyncLogQuery> {}

/** The Integration Log, newest first. */
export async function syncLog({ runtime, companyId, ...which }: ReadSyncLog): Promise<StoredJournalEntry[]> {
  return runtime.ports.syncLog.read({ scope: companyScope(companyId), limit: 100, ...which })
}
