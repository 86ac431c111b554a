import type { CompanyScope } from '@fieldledger/workflow'
import type { Checkpoint, WalkStart } from './checkpoint.ts'
import type { DigestStore } from './digest-store.ts'
import type { EffectStore } from './effect-store.ts'
import type { EventStartStore } from './event-start-store.ts'
import type { InboxStore } from './inbox-store.ts'
import type { TransactionHandle } from './lookups.ts'
import type { MailStore } from './mail-store.ts'
import type { NewSubmission } from './new-submission.ts'
import type { ReconciliationStore } from './reconciliation-store.ts'
import type { Run, RunStore } from './run-store.ts'
import type {
  NotificationStore,
  OutboxStore,
  SubmissionStore,
  TaskStore,
  TimelineStore,
} from './submission-store.ts'
import type { BatchStore, MatchReader, ScheduleStore } from './trigger-store.ts'
import type { TurnStore } from './turn-store.ts'

/** All of one company's records that the runtime keeps; bound to the transaction when inside of one. */
export interface RuntimeStore {
  readonly scope: CompanyScope
  /** Only inside of a transaction. */
  readonly transaction?: TransactionHandle
  readonly submissions: SubmissionStore
  readonly timeline: TimelineStore
  readonly tasks: TaskStore
  readonly notifications: NotificationStore
  readonly mails: MailStore
  readonly digests: DigestStore
  readonly runs: RunStore
  readonly turns: TurnStore
  readonly effects: EffectStore
  readonly outbox: OutboxStore
  readonly schedules: ScheduleStore
  readonly batches: BatchStore
  readonly matches: MatchReader
  readonly inbox: InboxStore
  readonly reconciliations: ReconciliationStore
  readonly eventStarts: EventStartStore
}

export interface RuntimeStores {
  of(scope: CompanyScope): RuntimeStore
  /**
   * A new submission with all that begins with it: all or nothing, majority-journalled when it answers. Those that come
   * together may share one transaction; if it fails, each is repeated by itself. false = the id was taken before.
   */
  saveNew(scope: CompanyScope, made: NewSubmission): Promise<boolean>
  /** What the walk of this run starts from. Runs that are loaded together share the reads. */
  walkStart(scope: CompanyScope, run: Pick<Run, 'id' | 'submissionId' | 'epoch'>): Promise<WalkStart>
  /**
   * What a walk came to, all or nothing; shares its transaction as `saveNew` does. false = the run was claimed, stopped or
   * revised by somebody else meanwhile: nothing of it was written, those that came along with it are.
   */
  saveCheckpoint(scope: CompanyScope, checkpoint: Checkpoint): Promise<boolean>
  /** All or nothing, majority-journalled; repeated on a transient error, so `work` must be repeatable. */
  transact<Result>(scope: CompanyScope, work: (store: RuntimeStore) => Promise<Result>): Promise<Result>
}
