import { ClaimLost } from './claim-lost.ts'
import { type ExecuteEffect, openWork, settle } from './effect-work.ts'
import { sendUnlessThere } from './look-first.ts'
import { prepareEffect } from './prepare-effect.ts'
import { putOffEffect } from './put-off-effect.ts'
import { quarantineEffect } from './quarantine-effect.ts'
import { resolveUnknown } from './resolve-unknown.ts'
import { settleWithdrawn } from './settle-withdrawn.ts'
import { verifyEffect } from './verify-effect.ts'

/** Takes one claimed effect as far as it goes: preflight, freeze, intent, send, settle, read back (DESIGN §4). */
export async function executeEffect(input: ExecuteEffect): Promise<void> {
  try {
    if (input.effect.attempts > input.runtime.options.mostAttempts) await quarantineEffect(input)
    else await take(input)
  } catch (error) {
    if (error instanceof ClaimLost) return
    await putOffEffect(input, error)
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
      // A revision took it back. Whoever it waited for before wakes it all the same.
      if (effect.waitingFor === 'revision') return settle(work, { change: { due: 'never' } })
      const prepared = await prepareEffect(work)
      return prepared === undefined ? undefined : sendUnlessThere(prepared)
    }
    case 'not-created':
      return (await settleWithdrawn(work)) ? undefined : sendUnlessThere(work)
    case 'sending':
    case 'unknown':
      return resolveUnknown(work)
    case 'confirmed':
      return verifyEffect(work)
    default:
      return settle(input, { change: { due: 'never' } })
  }
}
