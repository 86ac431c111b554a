import type { Effect } from './effect-store.ts'
import type { Run } from './run-store.ts'

/** Claims and sweeps across companies; storage/src/engine implements it. */
export interface EnginePort {
  /** `claimed`: since its last beat it has looked for due work and could have had it. */
  beat(workerId: string, since?: { claimed: boolean }): Promise<boolean>
  /** Due by the server's clock; epoch and attempts rise with the claim. Suspects (attempts > 2) come one at a time. */
  claimRuns(claim: { workerId: string; limit: number }): Promise<Run[]>
  /** `held`: how many of each connection this worker holds already; one ledger's queue leaves room for the others. */
  claimEffects(claim: {
    workerId: string
    limit: number
    held?: ReadonlyMap<string, number>
  }): Promise<Effect[]>
  /** Gives back what was claimed and not begun. */
  release(workerId: string): Promise<void>
  /**
   * Frees what the worker holds and does not work on: a claim whose answer was lost, work whose last write failed.
   * Only while it claims nothing.
   */
  giveBack(held: {
    workerId: string
    except: { runs: readonly string[]; effects: readonly string[] }
  }): Promise<void>
  /** Frees what dead workers held: their runs become due, their sending effects unknown. */
  sweepDeadWorkers(): Promise<{ runs: number; effects: number }>
  /** Wakes what waits for a connection that is there; answers how many. */
  wakeConnected(): Promise<number>
  /** Milliseconds until the next run or effect is due; undefined when nothing is. */
  nextDue(): Promise<number | undefined>
  /** How many runs are due and wait for a worker, counted no further than `most`. */
  runsWaiting(most: number): Promise<number>
}
