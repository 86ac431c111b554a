/** active = walks or waits for people and ledgers; due while `dueAt` has come. */
export type RunState = 'active' | 'needs-attention' | 'finished' | 'stopped' | 'quarantined'

/** Where the token stands. */
export interface Token {
  stepId: string
  visit: number
}

export interface RunError {
  code: string
  message: string
  retryable: boolean
}

/** One walk of one token through a pinned workflow version. */
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
  state: RunState
  token: Token
  /** Step id → how often the run reached it. */
  visits: Record<string, number>
  /** null = waits for a task or an effect. */
  dueAt: Date | null
  /** Rises with every wake-up: one that arrives during a claim is not lost. */
  wakes: number
  epoch: number
  /** Claims since the last checkpoint; counted at claim, so that a crash counts too. */
  attempts: number
  /** By the server's clock. */
  claimedAt?: Date
  error?: RunError
  startedAt: Date
  endedAt?: Date
}

export interface StepResult {
  id: string
  runId: string
  submissionId: string
  stepId: string
  visit: number
  outcome: 'leave' | 'wait' | 'end' | 'fail'
  outlet?: string
  output?: unknown
  error?: RunError
  at: Date
}

export interface RunStore {
  insert(run: Run): Promise<void>
  get(id: string): Promise<Run | undefined>
  /** The newest that is not over. */
  activeOf(submissionId: string): Promise<Run | undefined>
  /** Every one that is not over: each workflow of the form may have one. */
  allActiveOf(submissionId: string): Promise<Run[]>
  /** Those that wait for a person, oldest first. */
  needingAttention(): Promise<Run[]>
  results(runId: string): Promise<StepResult[]>
  /** Conditional on the epoch; false = somebody else owns the run now. Waits only if no wake-up came since the claim. */
  checkpoint(change: {
    run: Pick<Run, 'id' | 'epoch' | 'wakes'>
    state: RunState
    token: Token
    visits: Record<string, number>
    due: 'waits' | 'at-once' | Date
    error?: RunError
    results: readonly StepResult[]
  }): Promise<boolean>
  /** The walk threw: tried again then, the claim stays counted. */
  putOff(change: { run: Pick<Run, 'id' | 'epoch'>; until: Date; error: RunError }): Promise<void>
  /** Makes the submission's active run due now. */
  wake(submissionId: string): Promise<void>
  /** A person stops or retries it; false = it is not in one of these states. */
  move(change: { id: string; from: readonly RunState[]; to: RunState; error?: RunError }): Promise<boolean>
}
