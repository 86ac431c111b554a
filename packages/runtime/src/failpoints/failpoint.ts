import { appendFileSync } from 'node:fs'
import { armedFailpoints } from './armed-failpoints.ts'

/**
 * A named place where the process may be killed, for the fault tests. Off unless FIELDLEDGER_FAILPOINTS asks:
 * "name=kill:0.05" (each hit by chance) or "name=kill@3" (the third hit), several separated by commas, "*" for every
 * name. Each kill is appended to the file FIELDLEDGER_FAILPOINTS_LOG before it happens.
 */
export function failpoint(name: FailpointName): void {
  const armed = armedFailpoints()
  if (armed.size === 0) return
  const fuse = armed.get(name) ?? armed.get('*')
  if (fuse === undefined || !fuse.blows(name)) return
  const log = process.env.FIELDLEDGER_FAILPOINTS_LOG
  if (log !== undefined) appendFileSync(log, `${name}\n`)
  process.kill(process.pid, 'SIGKILL')
}

/**
 * Submit, decide, claim, run, request, freeze, intent, send, settle, verify, look-up, refresh and the look for dead workers:
 * before or after whatever each of them commits or sends, and inside of its transaction.
 */
export const failpointNames = [
  'submit.before-transaction',
  'submit.in-transaction',
  'submit.after-commit',
  'decide.in-transaction',
  'decide.after-commit',
  'claim.after-runs',
  'claim.after-effects',
  'run.before-step',
  'run.in-checkpoint',
  'run.after-checkpoint',
  'request.before-send',
  'request.after-answer',
  'freeze.before',
  'freeze.after',
  'intent.before',
  'intent.after',
  'send.after-answer',
  'settle.in-transaction',
  'settle.after-commit',
  'verify.beside',
  'verify.after-read',
  'unknown.after-look-up',
  'refresh.before-lease',
  'refresh.after-lease',
  'refresh.after-exchange',
  'refresh.after-store',
  'sweep.after-dead-workers',
] as const

/**
 * The same of the sweeps' work that is no run and no effect: schedules, messages, events, batches, cures, mails,
 * comparisons with a ledger's month, daily e-mails, what ledgers tell, what waits for a connection, whole imports.
 */
export const sweptFailpointNames = [
  'schedule.in-transaction',
  'schedule.after-commit',
  'message.in-transaction',
  'message.after-commit',
  'event.in-transaction',
  'event.after-commit',
  'batch.in-transaction',
  'batch.after-commit',
  'batch.in-settling',
  'cure.in-transaction',
  'cure.after-commit',
  'mail.after-claim',
  'mail.after-send',
  'reconcile.after-page',
  'reconcile.after-rows',
  'digest.in-transaction',
  'digest.after-commit',
  'feed.after-answer',
  'feed.after-keep',
  'reconnect.before-wake',
  'reconnect.after-wake',
  'import.after-page',
  'import.after-rows',
] as const
export type FailpointName = (typeof failpointNames)[number] | (typeof sweptFailpointNames)[number]
