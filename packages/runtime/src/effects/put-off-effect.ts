import { LedgerError } from '@fieldledger/accounting'
import { retryLater } from './backoff.ts'
import { ClaimLost } from './claim-lost.ts'
import { type ExecuteEffect, openWork, settle } from './effect-work.ts'
import { settleFailure } from './settle-failure.ts'

/**
 * Reads failed (before anything was sent, or after it was confirmed), or this code did: nothing is in doubt. The effect
 * is handed in as it stands by now: what was confirmed stays confirmed.
 */
export async function putOffEffect(input: ExecuteEffect, error: unknown): Promise<void> {
  const { runtime, effect } = input
  const late = { until: retryLater(runtime, effect), tries: effect.tries + 1 }
  try {
    if (error instanceof LedgerError) {
      const work = await openWork(input)
      if (work !== undefined) return await settleFailure(work, { error, intended: false })
    }
    // The claim stays counted: what throws five times in a row is set aside.
    await settle(input, {
      change: { attempts: effect.attempts, tries: late.tries, due: late.until },
    })
  } catch (second) {
    if (!(second instanceof ClaimLost)) throw second
  }
  if (!(error instanceof LedgerError)) throw error
}
