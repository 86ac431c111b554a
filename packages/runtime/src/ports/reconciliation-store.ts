import type { Difference, DocumentKind, Money } from '@fieldledger/accounting'
import type { Effect } from './effect-store.ts'

/** The books of one ledger and one month, compared with what was sent. One for each: a new reading takes its place. */
export interface Reconciliation {
  id: string
  companyId: string
  connectionId: string
  /** YYYY-MM */
  month: string
  state: 'reading' | 'finished' | 'failed'
  /** Rises with every reading. */
  pass: number
  /** Which kinds of documents are read, one after the other. */
  kinds: DocumentKind[]
  /** The kind that is read, and the mark of its next page: where a reading goes on after a crash. */
  at: { kind: number; cursor?: string }
  /** How many documents were read. */
  read: number
  startedAt: Date
  startedBy: { id: string; name: string }
  finishedAt?: Date
  /** Why it failed, or what it waits for. */
  message?: string
  /** Not before then. */
  dueAt: Date | null
}

export type ReconcileOutcome = 'agrees' | 'differs' | 'missing-there' | 'unknown-here'

export interface SetAside {
  reason: string
  by: { id: string; name: string }
  at: Date
}

/** One document, on either side. */
export interface ReconciledDocument {
  id: string
  companyId: string
  connectionId: string
  month: string
  /** The ledger's id of it. */
  remoteId: string
  outcome: ReconcileOutcome
  kind: DocumentKind
  number?: string
  party?: string
  date?: string
  amount: Money
  url?: string
  submissionId?: string
  effectId?: string
  differences: Difference[]
  /** The reading that saw it last. */
  pass: number
  /** What was set aside stays so as long as it says the same. */
  says: string
  setAside?: SetAside
}

export interface ReconcilePlace {
  connectionId: string
  month: string
}

export interface ReconciliationStore {
  get(place: ReconcilePlace): Promise<Reconciliation | undefined>
  byId(id: string): Promise<Reconciliation | undefined>
  /** The same place anew; false = it is being read already. */
  begin(reconciliation: Reconciliation): Promise<boolean>
  /** Conditional on the pass and the place seen. */
  move(
    seen: Pick<Reconciliation, 'id' | 'pass' | 'at'>,
    to: Partial<Pick<Reconciliation, 'state' | 'at' | 'read' | 'dueAt' | 'finishedAt'>> & {
      message?: string | null
    },
  ): Promise<boolean>
  /** One row for each document; what was set aside stays, unless it says something else now. */
  put(rows: readonly ReconciledDocument[]): Promise<void>
  /** Documents that we sent with a date of the month and that this pass has not seen. */
  unseen(place: ReconcilePlace & { pass: number; limit: number }): Promise<Effect[]>
  /** Rows of earlier passes. */
  forget(place: ReconcilePlace & { pass: number }): Promise<void>
  rows(place: ReconcilePlace): Promise<ReconciledDocument[]>
  setAside(which: { id: string; aside: SetAside | null }): Promise<ReconciledDocument | undefined>
}
