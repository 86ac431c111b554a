import type { CompanyScope } from '@fieldledger/workflow'
import type { PlannedRow } from '../import/plan-import.ts'
import type { ImportList } from '../import/remote-row.ts'
import type { LedgerRow } from '../ledger/read-ledger-list.ts'

export interface ListProgress {
  list: ImportList
  /** Pages that the ledger was asked for. */
  pages: number
  read: number
  /** How many there are; absent = the ledger has not told. */
  expected?: number
  /** Read ones of which it is settled what becomes of them. */
  settled: number
  outcomes: Partial<Record<PlannedRow['outcome'], number>>
}

/** Lists of one ledger, taken over in the background: read page by page, then written. One for each connection. */
export interface WholeImport {
  id: string
  companyId: string
  connectionId: string
  /** Absent = all of it is taken over. */
  wish?: 'preview' | 'sync-items'
  phase: 'reading' | 'writing' | 'done'
  /** It goes on when a person says so; absent = it runs by itself. */
  halt?: 'stopped' | 'failed'
  lists: ListProgress[]
  /** The list that is worked on, and the mark of its next page: where it goes on, whoever was killed. */
  at: { list: number; cursor?: string }
  /** Rises with every page and every portion: whoever comes late with one writes nothing. */
  step: number
  startedAt: Date
  startedBy: { id: string; name: string }
  finishedAt?: Date
  /** Why it failed, or what it waits for. */
  message?: string
  /** Not before then; held until then by whoever works on it. */
  dueAt: Date
}

/** A record of the ledger as it was read, until it is settled what becomes of it. */
export interface ReadRow {
  remoteId: string
  name: string
  active: boolean
  row: LedgerRow
}

export interface SettledRow {
  list: ImportList
  remoteId: string
  name: string
  outcome: PlannedRow['outcome']
  note?: string
}

interface Part {
  importId: string
  list: ImportList
}

export interface WholeImports {
  get(scope: CompanyScope, connectionId: string): Promise<WholeImport | undefined>
  /** Takes the place of an earlier one that is done, and of a stopped one that took nothing over; false = one is under way, or waits to go on. */
  begin(scope: CompanyScope, fresh: WholeImport): Promise<boolean>
  /** false = there is nothing to stop. */
  stop(scope: CompanyScope, connectionId: string): Promise<boolean>
  /** false = there is none that was halted. */
  resume(scope: CompanyScope, connectionId: string): Promise<boolean>
  /** The one that has been due for longest, of all companies, leased to whoever asks. */
  claim(): Promise<WholeImport | undefined>
  /** What was read or written is never lost by a stop: it only keeps the next portion from being claimed. */
  move(
    scope: CompanyScope,
    which: { seen: WholeImport; to: Partial<WholeImport> & Pick<WholeImport, 'dueAt'> },
  ): Promise<boolean>
  /** The same record read twice is one row. */
  putRows(scope: CompanyScope, page: Part & { rows: readonly ReadRow[] }): Promise<void>
  unsettled(scope: CompanyScope, which: Part & { limit: number }): Promise<ReadRow[]>
  /** All that were read and are called so. */
  namesakes(scope: CompanyScope, which: Part & { names: readonly string[] }): Promise<ReadRow[]>
  settle(scope: CompanyScope, rows: Part & { rows: readonly Omit<SettledRow, 'list'>[] }): Promise<void>
  /** What a person should look at: rows with a note. */
  noted(scope: CompanyScope, which: { importId: string; limit: number }): Promise<SettledRow[]>
}
