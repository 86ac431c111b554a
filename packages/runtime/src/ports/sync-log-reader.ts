import type { JournalEntry } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'

export interface StoredJournalEntry extends JournalEntry {
  id: string
  at: Date
}

/** Reads the drivers' journal: the Integration Log. Newest first. */
export interface SyncLogReader {
  read(which: {
    scope: CompanyScope
    submissionId?: string
    connectionId?: string
    failuresOnly?: boolean
    before?: string
    limit: number
  }): Promise<StoredJournalEntry[]>
}
