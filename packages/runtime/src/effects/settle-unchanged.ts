import type { Effect } from '../ports/effect-store.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'

/** The ledger holds these values already: nothing is sent. */
export async function settleUnchanged(work: EffectWork, create: Effect): Promise<void> {
  const { effect } = work
  if (create.confirmation === undefined) return
  const { revision, requestHash } = effect
  const held = { ...create.confirmation, revision, requestHash }
  const stamp = effectStamp(work, {
    code: 'document-unchanged',
    params: { number: held.number ?? '' },
  })
  await settle(work, {
    change: {
      state: 'confirmed',
      waitingFor: null,
      confirmation: { ...held, unchanged: true },
      error: null,
      due: 'never',
    },
    // A step that asked says so itself when it leaves.
    stamps: effect.requestedBy.runId === undefined ? [stamp] : [],
    wakeRun: true,
    wakeDependants: true,
    also: async (store) => {
      await store.effects.amend({ effect: create, change: { confirmation: held } })
    },
  })
}
