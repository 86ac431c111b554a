import type { OperationName, Operations } from '../connector/connector.ts'

/** Who had a call made, for whoever reads the log: a person, a step of a run, or what goes by itself. */
export interface CallAsker {
  personId?: string
  runId?: string
  stepId?: string
  /** Why it went without anybody asking. */
  itself?: 'approved' | 'changed' | 'billed' | 'heard' | 'watched'
  /** The person who had it tried again since. */
  triedBy?: string
}

/** Which call this is, for the journal: the Integration Log is the journal. */
export interface CallScope {
  companyId: string
  connectionId: string
  /** Absent for calls without an effect: health checks, imports. */
  effectId?: string
  submissionId?: string
  /** Which try of the effect it is, for whoever reads the log. */
  attempt?: number
  requestKey?: string
  /** Asked for a page that a person looks at: the answer of a moment ago does. */
  look?: boolean
  /** Absent = nobody wrote it down. */
  asked?: CallAsker
}

export interface DriverCall<Name extends OperationName> {
  operation: Name
  input: Operations[Name]['in']
  scope: CallScope
  /** Called with the last check before the first byte of a request that is not safe to repeat. Throws to stop it. */
  beforeWrite?: () => Promise<void>
}

/**
 * Runs any connector's operation against one connection: rate budget, tokens, egress, journal, classification.
 * Throws a LedgerError; never retries a write by itself (a 401 is refreshed and sent again with the same key).
 */
export interface LedgerDriver {
  run<Name extends OperationName>(call: DriverCall<Name>): Promise<Operations[Name]['out']>
}
