/** A visit's place in the queue of those that never run at the same time. */
export interface Turn {
  key: string
  runId: string
  submissionId: string
  stepId: string
  stepName: string
  visit: number
}

export type TurnPlace = Pick<Turn, 'runId'> & Partial<Pick<Turn, 'stepId' | 'visit'>>

export interface TurnStore {
  /** Behind all that came before; the same visit again keeps its place. Only inside of a transaction: places are given in the order of commits. */
  queue(turn: Turn): Promise<void>
  /** Those before it, oldest first; none = it is its turn. */
  before(turn: Turn, limit: number): Promise<Turn[]>
  /** Those after it, oldest first. */
  behind(turn: Turn, limit: number): Promise<Turn[]>
  first(key: string): Promise<Turn | undefined>
  /** Gives back these places; the keys whose queues moved on. */
  leave(place: TurnPlace): Promise<string[]>
  /** Where a run stands in queues. */
  ofRun(runId: string): Promise<Turn[]>
  ofRuns(runIds: readonly string[]): Promise<Turn[]>
}
