import type { EffectChange } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { goOnWith, newestWaiting } from './newest-waiting.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { withdrawnBy } from './withdrawn-by.ts'

const inWords = {
  cancelled: 'Not found, and the form was cancelled meanwhile, so it is not sent',
  'not-approved': 'Not found, and the form is not approved any more, so it is not sent as it was',
} as const

/** It is not there, and must not come there any more, or not with these values. false = it is sent once more. */
export async function settleWithdrawn(work: EffectWork): Promise<boolean> {
  const { effect, runtime, scope } = work
  const by = await withdrawnBy(runtime.ports.stores.of(scope), effect)
  if (by === undefined) return false
  await settle(work, {
    change: (store) => changeOf(store, work),
    stamps: [
      effectStamp(work, {
        code: 'outcome-resolved',
        params: { outcome: inWords[by] },
        once: `withdrawn:${effect.sends}`,
      }),
    ],
    hints: [{ topic: 'attention' }],
    wakeRun: true,
    wakeDependants: true,
  })
  return true
}

/** As the form stands now: it may have been approved, and asked for, since. */
async function changeOf(store: RuntimeStore, { effect }: EffectWork): Promise<EffectChange> {
  const newer = await newestWaiting(store, effect)
  if (newer !== undefined) return goOnWith(store, { effect, newer })
  const by = await withdrawnBy(store, effect)
  if (by === undefined) return { due: 'at-once' }
  const left = { ...freshAttemptGroup(effect), due: 'never' } as const
  return by === 'cancelled' ? { ...left, state: 'stopped' } : { ...left, waitingFor: 'revision' }
}
