import type { StepError, Token, UsedValue } from '@fieldledger/workflow'

/** paused = a person holds it. active = walks or waits for people and ledgers; due while `dueAt` has come. */
export type RunState = 'active' | 'paused' | 'needs-attention' | 'finished' | 'stopped' | 'quarantined'

/** One walk through a pinned workflow version. */
export interface Run {
  id: string
  companyId: string
  submissionId: string
  formId: string
  formVersion: number
  workflowId: string
  workflowVersion: number
  /** The submission's revision that started it. */
  revision: number
  /** The revision changed nothing that was approved: approvals are not asked again. */
  approvalStands?: boolean
  /** The run that this one replays. */
  replayOf?: string
  /** How many runs led to it, each started by what the one before did to a form. */
  depth?: number
  /** What the message that started it gave to its steps. */
  given?: Readonly<Record<string, string>>
  state: RunState
  /** Where it stands; none = it is over. */
  tokens: Token[]
  /** Step id → how often the run reached it. */
  visits: Record<string, number>
  /** The earliest of its tokens; null = all wait for tasks or effects. */
  dueAt: Date | null
  /** Rises with every wake-up: one that arrives during a claim is not lost. */
  wakes: number
  epoch: number
  /** Claims since the last checkpoint; counted at claim, so that a crash counts too. */
  attempts: number
  /** By the server's clock. */
  claimedAt?: Date
  error?: StepError
  startedAt: Date
  endedAt?: Date
}

export interface StepResult {
  runId: string
  submissionId: string
  stepId: string
  visit: number
  outcome: 'leave' | 'wait' | 'end' | 'fail' | 'split' | 'meet'
  outlet?: string
  output?: unknown
  /** The values that it worked with. */
  used?: UsedValue[]
  error?: StepError
  /** Which failure of this visit it was. */
  failure?: number
  at: Date
}

export interface EarlierRuns {
  workflowId: string
  /** Runs of versions below this one. */
  version: number
}

export interface RunStore {
  /** With what the steps left that were taken already. */
  insert(run: Run, results?: readonly StepResult[]): Promise<void>
  get(id: string): Promise<Run | undefined>
  /** The newest that is not over; whatever a person can still end or try again is not. */
  activeOf(submissionId: string): Promise<Run | undefined>
  /** Every one that is not over: each workflow of the form may have one. */
  allActiveOf(submissionId: string): Promise<Run[]>
  /** Those of these forms with which this workflow ran, whatever became of it. */
  ranWith(which: { workflowId: string; submissionIds: readonly string[] }): Promise<Set<string>>
  /** Those that wait for a person, oldest first. `of`: of these forms alone. */
  needingAttention(of?: { submissionIds: readonly string[] }): Promise<Run[]>
  /** Those that a person holds, oldest first. */
  paused(): Promise<Run[]>
  /** Those not over that began on an earlier version, oldest first. `only`: of these; `after`: those behind this one. */
  before(
    which: EarlierRuns & { limit: number; after?: string | undefined; only?: readonly string[] },
  ): Promise<Run[]>
  countBefore(which: EarlierRuns): Promise<number>
  /** Conditional on the epoch seen, which rises: whoever walks it now writes nothing. */
  moveToVersion(change: { run: Pick<Run, 'id' | 'epoch'>; version: number }): Promise<boolean>
  results(runId: string): Promise<StepResult[]>
  /**
   * Conditional on the epoch; false = somebody else owns the run now. Waits (for ever, or until then) only if no wake-up
   * came since the claim; goes-on = stays claimed, as if claimed once more.
   */
  checkpoint(change: {
    run: Pick<Run, 'id' | 'epoch' | 'wakes' | 'startedAt'>
    state: RunState
    tokens: readonly Token[]
    visits: Readonly<Record<string, number>>
    due: 'waits' | 'goes-on' | Date
    error?: StepError
    results: readonly StepResult[]
  }): Promise<boolean>
  /** The walk threw: tried again then, the claim stays counted. */
  putOff(change: { run: Pick<Run, 'id' | 'epoch'>; until: Date; error: StepError }): Promise<void>
  /** Makes the submission's active run due now. */
  wake(submissionId: string): Promise<void>
  /** Makes those due whose step waits by the clocks of another zone; answers how many it found. */
  wakeOfOtherZone(which: { zone: string; limit: number }): Promise<number>
  /** A person stops or retries it; false = it is not in one of these states. */
  move(change: {
    id: string
    from: readonly RunState[]
    to: RunState
    error?: StepError
    tokens?: readonly Token[]
    visits?: Readonly<Record<string, number>>
  }): Promise<boolean>
}
