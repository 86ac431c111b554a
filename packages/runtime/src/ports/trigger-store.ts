import type { DocumentStatus } from '@fieldledger/forms'
import type { Recipients, ScheduledStart } from '@fieldledger/workflow'

/** When a published workflow starts by itself. Its id is the workflow's, so there is one, whoever publishes. */
export interface Schedule {
  id: string
  companyId: string
  formId: string
  workflowVersion: number
  start: ScheduledStart
  /** null = it never comes, or is paused. */
  nextFireAt: Date | null
}

/** Which submissions of a form a batch takes; resolved when it begins. */
export interface SubmissionMatch {
  formId: string
  statuses: readonly DocumentStatus[]
  notYetIn?: string
  from?: Date
  /** Exclusive; what is submitted later belongs to the next one. */
  to: Date
}

export type BatchOrigin = 'clock' | 'selection' | 'date-range'

/** Work for many forms at once: each of them once, with a summary at the end. */
interface AnyBatch {
  id: string
  companyId: string
  /** Chosen by hand, or held by one cause. */
  submissionIds?: readonly string[]
  startedBy?: { id: string; name: string }
  tell: Recipients
  /** starting = still finds forms, running = all have their run, finished = the summary stands. */
  state: 'starting' | 'running' | 'finished'
  /** The last form that was looked at. */
  cursor: string
  /** How many were expected when it began. */
  expected?: number
  startedAt: Date
  finishedAt?: Date
}

/** A workflow started for many forms. */
export interface WorkflowBatch extends AnyBatch {
  origin: BatchOrigin
  formId: string
  workflowId: string
  workflowVersion: number
  /** What a scheduled one is unique by. */
  scheduleId?: string
  firePeriod?: string
  match?: SubmissionMatch
}

/** Whatever one cause held under Needs attention is tried again. */
export interface CureBatch extends AnyBatch {
  origin: 'cure'
  /** The cause: its key, and its sentence when it was started. */
  cause: { key: string; sentence: string }
  /** Not the cause is cured, the forms are sent to this ledger: "Resend all". */
  resendTo?: string
}

export type Batch = WorkflowBatch | CureBatch

export type ItemOutcome = 'sent' | 'done' | 'failed' | 'skipped' | 'waiting'

/** One form of a batch. */
export interface BatchItem {
  id: string
  batchId: string
  submissionId: string
  /** Absent = no run was started; the outcome says why. */
  runId?: string
  /** Absent = under way. */
  outcome?: ItemOutcome
  message?: string
  number?: string
  url?: string
}

export type BatchCounts = Record<ItemOutcome | 'underWay', number>

export interface ScheduleStore {
  get(id: string): Promise<Schedule | undefined>
  all(): Promise<Schedule[]>
  formArchived(formId: string): Promise<boolean>
  /** The moment is taken once: false = somebody else took it, or the schedule was published anew. */
  advance(move: { id: string; from: Date; to: Date | null }): Promise<boolean>
}

export interface BatchStore {
  insert(batch: Batch): Promise<void>
  /** Why a schedule may not begin a batch for this period. */
  obstacle(which: { scheduleId: string; firePeriod: string }): Promise<'under-way' | 'fired' | undefined>
  get(id: string): Promise<Batch | undefined>
  list(which: { before?: string; limit: number }): Promise<Batch[]>
  /** Conditional on the cursor and the state seen. */
  move(
    which: Pick<Batch, 'id' | 'cursor' | 'state'> & {
      to: Partial<Pick<Batch, 'cursor' | 'state' | 'finishedAt'>>
    },
  ): Promise<boolean>
  addItems(items: readonly BatchItem[]): Promise<void>
  items(which: { batchId: string; undecided?: boolean; after?: string; limit: number }): Promise<BatchItem[]>
  decide(items: readonly BatchItem[]): Promise<void>
  counts(batchIds: readonly string[]): Promise<Map<string, BatchCounts>>
}

export interface MatchedPage {
  ids: string[]
  /** Where the next page begins; undefined = there is none. */
  next?: string
}

export interface MatchReader {
  /** `only`: of these alone. */
  matching(which: {
    match: SubmissionMatch
    after: string
    limit: number
    only?: readonly string[]
  }): Promise<MatchedPage>
  /** The forms that are called so, by number or id. */
  named(which: {
    formId: string
    names: readonly string[]
  }): Promise<{ id: string; number: string | undefined }[]>
}

/** What is due in any company; storage/src/engine implements it. */
export interface TriggerEngine {
  /** By the server's clock, which is handed out with each. */
  dueSchedules(limit: number): Promise<{ companyId: string; id: string; now: Date }[]>
  openBatches(limit: number): Promise<{ companyId: string; id: string }[]>
  /** Starts by an event whose time has come, oldest first. */
  dueEventStarts(limit: number): Promise<{ companyId: string; id: string; workflowId?: string }[]>
  /** Companies that moved to another time zone; longAgo = whoever began with the one before is through, by the server's clock. */
  movedZones(): Promise<{ companyId: string; zone: string; longAgo: boolean }[]>
  /** Nothing of it goes by another zone any more, unless it moved once more. */
  zoneFollowed(which: { companyId: string; zone: string }): Promise<void>
  /** Companies some of whose people want the daily digest. */
  digestCompanies(): Promise<string[]>
  /** Months of ledgers that are being read, by the server's clock. */
  openReconciliations(limit: number): Promise<{ companyId: string; id: string }[]>
  /** Messages that nobody has worked on yet, oldest first. */
  openMessages(limit: number): Promise<{ companyId: string; id: string }[]>
}
