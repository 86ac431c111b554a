import type { LedgerError } from '@fieldledger/accounting'
import { closeTasks } from './close-tasks.ts'
import { isUndo } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { goOnWith, newestWaiting } from './newest-waiting.ts'
import { errorOf } from './settle-failure.ts'

/** A deterministic refusal. When a later revision waits already, the same effect goes on with its values instead. */
export async function settleRejected(work: EffectWork, error: LedgerError): Promise<void> {
  const { effect } = work
  await settle(work, {
    // Whatever was asked of a person about it is answered.
    also: (store) => closeTasks(store, { effect }),
    change: async (store) => {
      const newer = await newestWaiting(store, effect)
      // A send that could not be taken back stands as it was; the timeline says why.
      if (isUndo(effect))
        return { state: 'superseded', waitingFor: null, error: errorOf(error), due: 'never' }
      if (newer === undefined) return { state: 'rejected', error: errorOf(error), due: 'never' }
      return goOnWith(store, { effect, newer })
    },
    stamps: [
      effectStamp(work, {
        code: 'document-rejected',
        params: { message: error.message, code: error.code },
      }),
    ],
    hints: [{ topic: 'attention' }],
    wakeRun: true,
    wakeDependants: true,
  })
}
