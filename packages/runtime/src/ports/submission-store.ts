import type { Submission } from '@fieldledger/forms'
import type { HandOver, Stamp, Task, TaskDecision, TimelineActor, TimelineEntry } from '@fieldledger/workflow'

export interface SubmissionRevision {
  submissionId: string
  revision: number
  values: Submission['values']
  totals: Submission['totals']
  vendorId?: string
  projectId?: string
  by: string
  at: Date
}

export type SubmissionChange = Partial<
  Pick<Submission, 'status' | 'label' | 'responsible' | 'values' | 'totals' | 'revision' | 'runId'> &
    Pick<Submission, 'number' | 'submittedBy' | 'submittedAt'>
> & {
  vendorId?: string | null
  projectId?: string | null
  /** These fields alone; the others stay as they are. */
  fieldValues?: Submission['values']
  /** Those of these steps alone. */
  documents?: NonNullable<Submission['documents']>
}

export interface SubmissionStore {
  /** false = this id was taken before. */
  insert(submission: Submission): Promise<boolean>
  get(id: string): Promise<Submission | undefined>
  getMany(ids: readonly string[]): Promise<Submission[]>
  /** Of thousands: what a list shows, without what was filled in. */
  heads(ids: readonly string[]): Promise<Omit<Submission, 'values'>[]>
  /** Those that were made from this one, with their lines. */
  madeFrom(id: string): Promise<Submission[]>
  /** The submission as it stood at that revision. */
  atRevision(which: { id: string; revision: number }): Promise<Submission | undefined>
  /** Oldest first; none as long as the first one stands. */
  revisions(id: string): Promise<SubmissionRevision[]>
  /** Conditional on the revision and the status seen, when given. */
  change(which: {
    id: string
    revision?: number
    status?: Submission['status'] | undefined
    change: SubmissionChange
  }): Promise<boolean>
  /** The same revision again changes nothing. */
  saveRevision(revision: SubmissionRevision): Promise<void>
  /** The next number of this form; never given twice. */
  nextCounter(formId: string): Promise<number>
}

export interface TimelineStore {
  append(what: {
    submissionId: string
    stamps: readonly (Stamp & { actor: TimelineActor })[]
    at: Date
    /** The run whose doing it is: what it starts by an event is counted as its doing. */
    causedBy?: string | undefined
  }): Promise<void>
  read(which: { submissionId: string; after?: number; limit?: number }): Promise<TimelineEntry[]>
  /** Of any form: how many stamps of these codes there were; `to` is exclusive. */
  count(which: { codes: readonly TimelineEntry['code'][]; from: Date; to: Date }): Promise<number>
}

export interface TaskFilter {
  states?: readonly Task['state'][]
  kinds?: readonly Task['kind'][]
  submissionId?: string
  runId?: string
  effectId?: string
  vendorId?: string
  /** Only those that this person may decide. */
  assignee?: { personId: string; role: string }
  before?: string
  limit?: number
}

export interface TaskStore {
  insert(tasks: readonly Task[]): Promise<void>
  get(id: string): Promise<Task | undefined>
  list(filter: TaskFilter): Promise<Task[]>
  /** The open tasks about documents and vendors that are held, all of them: effect or vendor → task. */
  aboutTroubles(): Promise<Map<string, string>>
  /** Settles it, or keeps one decision of several. false = it was not open any more, or another one came before. */
  decide(which: {
    task: Pick<Task, 'id' | 'votes'>
    decision: TaskDecision
    settles: boolean
  }): Promise<boolean>
  /** The giver's name leaves the task, the other one's comes in. false = it was not open any more, or handed over meanwhile. */
  handOver(which: {
    task: Pick<Task, 'id' | 'assignees' | 'handedOver'>
    handOver: HandOver
  }): Promise<boolean>
  update(which: { id: string; change: Pick<Task, 'title' | 'problems' | 'cure'> }): Promise<void>
  /** Lets these decide the open tasks of a visit too. */
  widenOpen(which: {
    submissionId: string
    runId: string
    stepId: string
    visit: number
    assignees: Task['assignees']
  }): Promise<void>
  /** Cancels every open task that fits. */
  cancelOpen(which: {
    submissionId: string
    runId?: string
    stepId?: string
    visit?: number
    effectId?: string
    vendorId?: string
    kinds?: readonly Task['kind'][]
  }): Promise<void>
}

export interface Notification {
  id: string
  recipients: Task['assignees']
  /** What it is about: a form, or a batch. */
  submissionId?: string
  batchId?: string
  text: string
  at: Date
}

export interface NotificationStore {
  insert(notifications: readonly Notification[]): Promise<void>
}

/** What the web is told to look at again. */
export interface Hint {
  topic:
    | 'tasks'
    | 'connections'
    | 'submissions'
    | 'forms'
    | 'workflow'
    | 'attention'
    | 'notifications'
    | 'catalogue'
    | 'batches'
    | 'deliveries'
  id?: string
}

export interface OutboxStore {
  /** One row per transaction: rings the doorbell of the other workers and tells open pages. */
  post(row: { work: boolean; hints: readonly Hint[] }): Promise<void>
}
