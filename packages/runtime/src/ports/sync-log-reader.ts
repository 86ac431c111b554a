import type { JournalEntry } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'

export interface StoredJournalEntry extends JournalEntry {
  id: string
  at: Date
}

export interface SyncLogQuery {
  submissionId?: string
  connectionId?: string
  came?: Outcomes
  /** Whether it was about a form, or about lists and the connection itself. */
  ofForms?: boolean
  /** Any of these. */
  about?: {
    submissionIds: readonly string[]
    connectionIds: readonly string[]
    operations: readonly string[]
    steps: readonly string[]
    /** A piece of what the error says. */
    says: string
    /** Who had it done, or had it tried again. */
    askedBy: readonly string[]
  }
  before?: string
  limit: number
}

/** How exchanges came out: those without an error, with one of these codes, or with any other. */
export type Outcomes = 'well' | { codes: readonly string[] } | { otherThan: readonly string[] }

/** Reads the drivers' journal: the Integration Log. Newest first. */
export interface SyncLogReader {
  read(which: SyncLogQuery & { scope: CompanyScope }): Promise<StoredJournalEntry[]>
}
