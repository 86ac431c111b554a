import { PracticeLedger } from '../../support/practice-ledger.ts'

/** Where the one booted stack of all scenarios is. */
export const stackUrl = process.env.SCENARIO_URL ?? 'http://127.0.0.1:4000'
export const sandboxUrl = process.env.SCENARIO_SANDBOX_URL ?? 'http://127.0.0.1:4001'
export const practiceLedger = new PracticeLedger(`${sandboxUrl}/quickbooks-online`)
