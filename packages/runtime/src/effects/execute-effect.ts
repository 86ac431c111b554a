import { LedgerError } from '@fieldledger/accounting'
import { retryLater } from './backoff.ts'
import { ClaimLost } from './claim-lost.ts'
import { type ExecuteEffect, openWork, settle } from './effect-work.ts'
import { prepareEffect } from './prepare-effect.ts'
import { quarantineEffect } from './quarantine-effect.ts'
import { resolveUnknown } from './resolve-unknown.ts'
import { sendEffect } from './send-effect.ts'
import { settleFailure } from './settle-failure.ts'
import { verifyEffect } from './verify-effect.ts'

const mostAttempts = 5

/** Takes one claimed effect as far as it goes: preflight, freeze, intent, send, settle, read back (DESIGN §4). */
export async function executeEffect(input: ExecuteEffect): Promise<void> {
  try {
    if (input.effect.attempts > mostAttempts) await quarantineEffect(input)
    else await take(input)
  } catch (error) {
    if (error instanceof ClaimLost) return
    await putOff(input, error)
  }
}

async function take(input: ExecuteEffect): Promise<void> {
  const work = await openWork(input)
  if (work === undefined)
    return settle(input, {
      change: { waitingFor: 'connection', due: 'never' },
      hints: [{ topic: 'attention' }],
    })
  const { effect } = work
  switch (effect.state) {
    case 'planned': {
      const prepared = await prepareEffect(work)
      return prepared === undefined ? undefined : sendEffect(prepared)
    }
    case 'not-created':
      return sendEffect(work)
    case 'sending':
    case 'unknown':
      return resolveUnknown(work)
    case 'confirmed':
      return verifyEffect(work)
    default:
      return settle(input, { change: { due: 'never' } })
  }
}

// Reads failed (before anything was sent, or after it was confirmed), or this code did: nothing is in doubt.
async function putOff(input: ExecuteEffect, error: unknown): Promise<void> {
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
