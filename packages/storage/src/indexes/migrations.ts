import type { Database } from '../scope/connect-database.ts'
import { billsByNumber } from './bills-by-number.ts'
import { failuresByNumber } from './failures-by-number.ts'
import { fewerOfRuns } from './fewer-of-runs.ts'
import { noLongerAsked } from './no-longer-asked.ts'
import { runsHoldTokens } from './runs-hold-tokens.ts'
import { severalWorkflows } from './several-workflows.ts'

export interface Migration {
  number: number
  /** Repeatable: it may be cut off in the middle and run again. */
  run(database: Database): Promise<void>
}

/** Expand before contract; a number is never reused. Indexes come from the schemas. */
export const migrations: readonly Migration[] = [
  { number: 1, run: severalWorkflows },
  { number: 2, run: runsHoldTokens },
  { number: 3, run: failuresByNumber },
  { number: 4, run: noLongerAsked },
  { number: 5, run: billsByNumber },
  { number: 6, run: fewerOfRuns },
]
