export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** How the output of one that failed ended. */
  lastWords?: readonly string[]
}

export interface Suite {
  name: string
  run(): Promise<Counts>
}

export interface SuiteReport extends Counts {
  name: string
  seconds: number
}
