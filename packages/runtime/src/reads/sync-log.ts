import { companyScope } from '@fieldledger/workflow'
import type { StoredJournalEntry } from '../ports/sync-log-reader.ts'
import type { UseCase } from '../use-case.ts'

export interface ReadSyncLog extends UseCase {
  submissionId?: string
  connectionId?: string
  failuresOnly?: boolean
  before?: string
  limit?: number
}

/** The Integration Log, newest first. */
export async function syncLog({ runtime, companyId, ...which }: ReadSyncLog): Promise<StoredJournalEntry[]> {
  return runtime.ports.syncLog.read({ scope: companyScope(companyId), limit: 100, ...which })
}
