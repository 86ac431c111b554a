export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface Suite {
  name: string
  run(): Promise<Counts>
}

export interface SuiteReport extends Counts {
  name: string
  seconds: number
}
