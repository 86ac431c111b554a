import type { LedgerError } from '@fieldledger/accounting'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { closeTasks } from './close-tasks.ts'
import { isUndo, laterEffectsOf, neverSent } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { freshAttemptGroup } from './plan-send.ts'
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
      await store.effects.amend({
        effect: newer,
        change: { state: 'superseded', waitingFor: null, due: 'never' },
      })
      await closeTasks(store, { effect: newer })
      const { revision, request, requestHash, requestedBy } = newer
      return {
        ...freshAttemptGroup({ ...effect, sends: 1 }),
        revision,
        requestHash,
        requestedBy,
        ...(request === undefined ? {} : { request }),
      }
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

async function newestWaiting(store: RuntimeStore, effect: Effect): Promise<Effect | undefined> {
  if (effect.operation !== 'create' || effect.target.kind !== 'document') return undefined
  if (effect.submissionId === null) return undefined
  const effects = await store.effects.ofSubmission(effect.submissionId)
  return laterEffectsOf(effects, effect)
    .filter((later) => later.operation === 'update' && later.state === 'planned' && neverSent(later))
    .filter(({ waitingFor }) => waitingFor !== 'revision')
    .sort((left, right) => right.revision - left.revision)[0]
}
